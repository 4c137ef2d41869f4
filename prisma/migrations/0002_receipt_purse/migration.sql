-- AlterTable
ALTER TABLE "Receipt" ADD COLUMN     "purse" "Purse" NOT NULL DEFAULT 'HOUSE';

-- CreateIndex
CREATE INDEX "Receipt_projectId_recordedAt_id_idx" ON "Receipt"("projectId", "recordedAt" DESC, "id" DESC);

-- Written by hand: what the schema language cannot say.

DROP TRIGGER "Receipt_figures_are_fixed" ON "Receipt";
CREATE TRIGGER "Receipt_figures_are_fixed" BEFORE UPDATE ON "Receipt" FOR EACH ROW
  WHEN ((OLD."amountFen", OLD."paymentId", OLD."dealId", OLD.number, OLD.purse, OLD."businessOn")
    IS DISTINCT FROM (NEW."amountFen", NEW."paymentId", NEW."dealId", NEW.number, NEW.purse, NEW."businessOn"))
  EXECUTE FUNCTION refuse_change();

-- A receipt pays instalments of its own purse only.
CREATE FUNCTION check_allocation_purse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT purse FROM "Receipt" WHERE id = NEW."receiptId") <> (SELECT purse FROM "Receivable" WHERE id = NEW."receivableId") THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Allocation_within_one_purse" BEFORE INSERT ON "Allocation"
  FOR EACH ROW EXECUTE FUNCTION check_allocation_purse();
