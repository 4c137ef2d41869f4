-- DropIndex
DROP INDEX "SearchToken_projectId_token_idx";

-- AlterTable
ALTER TABLE "ProjectCustomer" ADD COLUMN     "visits" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "SearchToken_projectId_subject_token_idx" ON "SearchToken"("projectId", "subject", "token");

-- CreateIndex
CREATE INDEX "Deal_projectId_enteredAt_id_idx" ON "Deal"("projectId", "enteredAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Payment_projectId_recordedAt_id_idx" ON "Payment"("projectId", "recordedAt" DESC, "id" DESC);


-- Written by hand: what the schema language cannot say.

-- What is due or late: of a schedule's lines those that are still open, which are few.
CREATE INDEX "Receivable_open_by_day" ON "Receivable" ("projectId", "dueOn")
  WHERE "voidedAt" IS NULL AND "allocatedFen" < "amountFen";

-- How often a customer was here stands on the customer, so that a list of many counts no visits.
UPDATE "ProjectCustomer" c SET visits = i.count
FROM (SELECT "customerId", count(*) FROM "Interaction" WHERE kind IN ('VISIT_FIRST', 'VISIT_REPEAT') GROUP BY 1) i
WHERE i."customerId" = c.id;

CREATE FUNCTION count_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ProjectCustomer" SET visits = visits + 1 WHERE id = NEW."customerId";
  RETURN NULL;
END $$;

CREATE TRIGGER "Interaction_counts_visits" AFTER INSERT ON "Interaction" FOR EACH ROW
  WHEN (NEW.kind IN ('VISIT_FIRST', 'VISIT_REPEAT')) EXECUTE FUNCTION count_visit();
