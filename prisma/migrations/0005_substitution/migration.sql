-- AlterTable
ALTER TABLE "ApprovalDecision" ADD COLUMN     "substitutionId" UUID;

-- CreateTable
CREATE TABLE "Substitution" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "forId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "kind" TEXT,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Substitution_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Substitution_projectId_byId_untilOn_idx" ON "Substitution"("projectId", "byId", "untilOn");

-- AddForeignKey
ALTER TABLE "ApprovalDecision" ADD CONSTRAINT "ApprovalDecision_substitutionId_fkey" FOREIGN KEY ("substitutionId") REFERENCES "Substitution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_forId_fkey" FOREIGN KEY ("forId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_setById_fkey" FOREIGN KEY ("setById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Equality of ids beside overlapping days, in one index.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_by_another" CHECK ("forId" <> "byId");
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_not_chosen_by_the_substitute" CHECK ("setById" <> "byId");
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_days_in_order" CHECK ("fromOn" <= "untilOn");
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_ended_by_somebody" CHECK (("endedAt" IS NULL) = ("endedById" IS NULL));
-- One substitute at a time: for each kind by itself, and for all other kinds together.
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_one_at_a_time" EXCLUDE USING gist (
  "projectId" WITH =, "forId" WITH =, (coalesce(kind, '')) WITH =, daterange("fromOn", "untilOn", '[]') WITH &&
) WHERE ("endedAt" IS NULL);

-- Whoever, when and for what stays as it was set; only its end is written later, once.
CREATE TRIGGER "Substitution_is_fixed" BEFORE UPDATE ON "Substitution" FOR EACH ROW
  WHEN (OLD."endedAt" IS NOT NULL
    OR (OLD.id, OLD."projectId", OLD."forId", OLD."byId", OLD.kind, OLD."fromOn", OLD."untilOn", OLD."setById", OLD."setAt")
      IS DISTINCT FROM (NEW.id, NEW."projectId", NEW."forId", NEW."byId", NEW.kind, NEW."fromOn", NEW."untilOn", NEW."setById", NEW."setAt"))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Substitution_is_kept" BEFORE DELETE OR TRUNCATE ON "Substitution"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- In somebody's place means: under a substitution of that day, kind and project, and not where the absent asked.
CREATE FUNCTION check_substitute() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Substitution" s JOIN "Approval" a ON a.id = NEW."approvalId" JOIN "Project" p ON p.id = a."projectId"
    WHERE s.id = NEW."substitutionId" AND s."projectId" = a."projectId" AND s."byId" = NEW."deciderId"
      AND s."forId" <> a."requestedById" AND coalesce(s.kind, a.kind) = a.kind
      AND (NEW.at AT TIME ZONE p."timeZone")::date BETWEEN s."fromOn" AND s."untilOn"
      AND (s."endedAt" IS NULL OR s."endedAt" > NEW.at))
  THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "ApprovalDecision_under_a_substitution" BEFORE INSERT ON "ApprovalDecision"
  FOR EACH ROW WHEN (NEW."substitutionId" IS NOT NULL) EXECUTE FUNCTION check_substitute();
