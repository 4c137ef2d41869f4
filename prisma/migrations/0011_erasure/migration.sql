-- CreateEnum
CREATE TYPE "ErasureGround" AS ENUM ('RETENTION', 'REQUEST');

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "erasedUnder" "ErasureGround";

-- CreateIndex
CREATE INDEX "ProjectCustomer_personId_idx" ON "ProjectCustomer"("personId");

-- What is kept of an erased person says nothing about anybody (个人信息保护法 第47条).
ALTER TABLE "Person" ADD CONSTRAINT "Person_erased_is_empty" CHECK (
  ("erasedAt" IS NULL) = ("erasedUnder" IS NULL) AND ("erasedAt" IS NULL OR (
    name = '***' AND address = '' AND num_nonnulls(gender, birthday, "idKind", "idCipher", "idIndex") = 0)));

-- Nobody comes back by a row written at the same time: whoever writes waits for an erasure under way, then looks. The
-- look is a statement of its own, so that it sees what was committed while the first one waited.
CREATE FUNCTION refuse_for_the_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person uuid;
BEGIN
  IF TG_ARGV[0] = 'customerId' THEN
    SELECT "personId" INTO person FROM "ProjectCustomer" WHERE id = (to_jsonb(NEW) ->> 'customerId')::uuid;
  ELSE
    person := (to_jsonb(NEW) ->> 'personId')::uuid;
  END IF;
  PERFORM 1 FROM "Person" WHERE id = person FOR KEY SHARE;
  IF EXISTS (SELECT 1 FROM "Person" WHERE id = person AND "erasedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "PersonPhone_not_of_the_erased" BEFORE INSERT OR UPDATE ON "PersonPhone"
  FOR EACH ROW EXECUTE FUNCTION refuse_for_the_erased('personId');
CREATE TRIGGER "PersonKey_not_of_the_erased" BEFORE INSERT ON "PersonKey"
  FOR EACH ROW EXECUTE FUNCTION refuse_for_the_erased('personId');
CREATE TRIGGER "ProjectCustomer_not_of_the_erased" BEFORE INSERT ON "ProjectCustomer"
  FOR EACH ROW EXECUTE FUNCTION refuse_for_the_erased('personId');
CREATE TRIGGER "DealBuyer_not_of_the_erased" BEFORE INSERT ON "DealBuyer"
  FOR EACH ROW EXECUTE FUNCTION refuse_for_the_erased('personId');
CREATE TRIGGER "User_not_of_the_erased" BEFORE INSERT ON "User"
  FOR EACH ROW WHEN (NEW."personId" IS NOT NULL) EXECUTE FUNCTION refuse_for_the_erased('personId');
CREATE TRIGGER "OutboxMessage_not_to_the_erased" BEFORE INSERT ON "OutboxMessage"
  FOR EACH ROW WHEN (NEW."personId" IS NOT NULL) EXECUTE FUNCTION refuse_for_the_erased('personId');
CREATE TRIGGER "MessageChoice_not_of_the_erased" BEFORE INSERT ON "MessageChoice"
  FOR EACH ROW EXECUTE FUNCTION refuse_for_the_erased('personId');
CREATE TRIGGER "Deal_not_of_the_erased" BEFORE INSERT ON "Deal"
  FOR EACH ROW EXECUTE FUNCTION refuse_for_the_erased('customerId');
CREATE TRIGGER "Interaction_not_of_the_erased" BEFORE INSERT ON "Interaction"
  FOR EACH ROW EXECUTE FUNCTION refuse_for_the_erased('customerId');
CREATE TRIGGER "OwnershipChange_not_of_the_erased" BEFORE INSERT ON "OwnershipChange"
  FOR EACH ROW EXECUTE FUNCTION refuse_for_the_erased('customerId');

-- Histories stay append-only; the words in them alone may go, and only with the person whom they are about.
CREATE FUNCTION forget_words_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person uuid;
  word text := TG_ARGV[0];
BEGIN
  IF TG_TABLE_NAME = 'MessageChoice' THEN
    person := (to_jsonb(OLD) ->> 'personId')::uuid;
  ELSIF TG_TABLE_NAME = 'OwnershipChange' THEN
    SELECT "personId" INTO person FROM "ProjectCustomer" WHERE id = (to_jsonb(OLD) ->> 'customerId')::uuid;
  ELSE
    SELECT c."personId" INTO person FROM "Approval" a LEFT JOIN "Deal" d ON d.id = a."dealId"
      JOIN "ProjectCustomer" c ON c.id = coalesce(d."customerId", CASE WHEN a.subject LIKE 'customer:%'
        THEN substring(a.subject FROM 10)::uuid END)
    WHERE a.id = (to_jsonb(OLD) ->> 'approvalId')::uuid;
  END IF;
  IF to_jsonb(NEW) ->> word = '***' AND to_jsonb(NEW) - word = to_jsonb(OLD) - word
    AND EXISTS (SELECT 1 FROM "Person" WHERE id = person AND "erasedAt" IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
END $$;

DROP TRIGGER "OwnershipChange_append_only" ON "OwnershipChange";
DROP TRIGGER "MessageChoice_append_only" ON "MessageChoice";
DROP TRIGGER "ApprovalDecision_append_only" ON "ApprovalDecision";
CREATE TRIGGER "OwnershipChange_is_kept" BEFORE DELETE OR TRUNCATE ON "OwnershipChange"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "MessageChoice_is_kept" BEFORE DELETE OR TRUNCATE ON "MessageChoice"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ApprovalDecision_is_kept" BEFORE DELETE OR TRUNCATE ON "ApprovalDecision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "OwnershipChange_append_only" BEFORE UPDATE ON "OwnershipChange"
  FOR EACH ROW EXECUTE FUNCTION forget_words_only('reason');
CREATE TRIGGER "MessageChoice_append_only" BEFORE UPDATE ON "MessageChoice"
  FOR EACH ROW EXECUTE FUNCTION forget_words_only('proof');
CREATE TRIGGER "ApprovalDecision_append_only" BEFORE UPDATE ON "ApprovalDecision"
  FOR EACH ROW EXECUTE FUNCTION forget_words_only('reason');
