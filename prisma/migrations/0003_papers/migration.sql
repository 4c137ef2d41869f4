-- AlterTable
ALTER TABLE "DealDocument" ADD COLUMN     "edition" TEXT NOT NULL,
ADD COLUMN     "fingerprint" TEXT NOT NULL,
ADD COLUMN     "reference" TEXT NOT NULL,
ADD COLUMN     "version" INTEGER NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "DealDocument_kind_reference_edition_version_key" ON "DealDocument"("kind", "reference", "edition", "version");


-- A paper that left the office stays what it was.
CREATE TRIGGER "DealDocument_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "DealDocument"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
