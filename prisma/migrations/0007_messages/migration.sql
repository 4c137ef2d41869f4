-- CreateEnum
CREATE TYPE "ChoiceWay" AS ENUM ('PORTAL', 'STAFF', 'REPLY');

-- AlterEnum
ALTER TYPE "MessageStatus" ADD VALUE 'KEPT';
ALTER TYPE "MessageStatus" ADD VALUE 'SUPPRESSED';

-- Until now the outbox held one-time codes only, in clear and long past their minutes: the rows stay, the words go.
ALTER TABLE "OutboxMessage" DROP COLUMN "text",
DROP COLUMN "to",
ADD COLUMN     "copyCipher" BYTEA,
ADD COLUMN     "copyKeyId" TEXT,
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "goodUntil" TIMESTAMPTZ(3),
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'ONE_TIME_CODE',
ADD COLUMN     "parts" INTEGER,
ADD COLUMN     "projectId" UUID,
ADD COLUMN     "reference" TEXT,
ADD COLUMN     "saysCipher" BYTEA,
ADD COLUMN     "saysKeyId" TEXT,
ADD COLUMN     "toIndex" TEXT,
ADD COLUMN     "userId" UUID,
ADD COLUMN     "why" TEXT;
UPDATE "OutboxMessage" SET "dueAt" = "createdAt", "goodUntil" = "createdAt" + interval '1 hour';
UPDATE "OutboxMessage" SET status = 'FAILED', why = 'TOO_LATE' WHERE status = 'WAITING';
ALTER TABLE "OutboxMessage" ALTER COLUMN "kind" DROP DEFAULT,
ALTER COLUMN "dueAt" SET NOT NULL,
ALTER COLUMN "goodUntil" SET NOT NULL;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "mail" TEXT;

-- CreateTable
CREATE TABLE "PersonKey" (
    "personId" UUID NOT NULL,
    "cipher" BYTEA NOT NULL,
    "keyId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PersonKey_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "MessageChoice" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "channel" "MessageChannel" NOT NULL,
    "kind" TEXT,
    "wanted" BOOLEAN NOT NULL,
    "way" "ChoiceWay" NOT NULL,
    "proof" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MessageChoice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MessageChoice_personId_channel_at_idx" ON "MessageChoice"("personId", "channel", "at");

-- CreateIndex
CREATE INDEX "OutboxMessage_personId_createdAt_idx" ON "OutboxMessage"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_toIndex_idx" ON "OutboxMessage"("toIndex");

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonKey" ADD CONSTRAINT "PersonKey_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageChoice" ADD CONSTRAINT "MessageChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageChoice" ADD CONSTRAINT "MessageChoice_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Messages that wait, by when they are due: what the sender asks every few seconds.
CREATE INDEX "OutboxMessage_due" ON "OutboxMessage" ("dueAt", id) WHERE status = 'WAITING';
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_to_one" CHECK (num_nonnulls("personId", "userId") = 1);
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_words_are_closed" CHECK (
  num_nonnulls("saysCipher", "saysKeyId") IN (0, 2) AND num_nonnulls("copyCipher", "copyKeyId") IN (0, 2));
-- Nothing that has left keeps the variables it was made from.
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_sent_keeps_its_copy_only" CHECK (
  "sentAt" IS NULL OR "saysCipher" IS NULL);
ALTER TABLE "User" ADD CONSTRAINT "User_mail_is_an_address" CHECK (mail ~ '^[^@[:space:]]+@[^@[:space:]]+$');
ALTER TABLE "MessageChoice" ADD CONSTRAINT "MessageChoice_says_how" CHECK (btrim(proof) <> '');
CREATE TRIGGER "MessageChoice_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "MessageChoice"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
