-- CreateEnum
CREATE TYPE "CalendarDayKind" AS ENUM ('REST', 'WORK', 'ORDINARY');

-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "eligible" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "CalendarDay" (
    "id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "kind" "CalendarDayKind" NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "setById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CalendarDay_on_recordedAt_idx" ON "CalendarDay"("on", "recordedAt");


-- What was once said of a day stays on record; the next word counts.
CREATE TRIGGER "CalendarDay_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CalendarDay"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
