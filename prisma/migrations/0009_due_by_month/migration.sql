-- CreateTable
CREATE TABLE "DueSummary" (
    "projectId" UUID NOT NULL,
    "month" DATE NOT NULL,
    "stripe" SMALLINT NOT NULL,
    "amountFen" BIGINT NOT NULL,

    CONSTRAINT "DueSummary_pkey" PRIMARY KEY ("projectId","month","stripe")
);


-- Written by hand: what the schema language cannot say.

-- What falls due, kept in the transaction of the instalment: what stood before it goes (OLD), what stands now comes
-- (NEW); either is null where there is none. Payments change none of these columns, so they never come here.
CREATE FUNCTION sum_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DueSummary" ("projectId", month, stripe, "amountFen")
  SELECT "projectId", date_trunc('month', "dueOn")::date, pg_backend_pid() % 16, sum(fen)
  FROM (VALUES (NEW."projectId", NEW."dueOn", NEW."voidedAt", NEW."amountFen"),
    (OLD."projectId", OLD."dueOn", OLD."voidedAt", -OLD."amountFen")) AS moved("projectId", "dueOn", "voidedAt", fen)
  WHERE "dueOn" IS NOT NULL AND "voidedAt" IS NULL
  GROUP BY 1, 2 HAVING sum(fen) <> 0 ORDER BY 1, 2
  ON CONFLICT ("projectId", month, stripe) DO UPDATE SET "amountFen" = "DueSummary"."amountFen" + excluded."amountFen";
  RETURN NULL;
END $$;

CREATE TRIGGER "Receivable_adds_up" AFTER INSERT OR DELETE OR UPDATE OF "projectId", "amountFen", "dueOn", "voidedAt"
  ON "Receivable" FOR EACH ROW EXECUTE FUNCTION sum_due();

-- What stands already is summed up into one stripe of each month. The trigger above keeps writers out meanwhile.
INSERT INTO "DueSummary" ("projectId", month, stripe, "amountFen")
SELECT "projectId", date_trunc('month', "dueOn")::date, 0, sum("amountFen") FROM "Receivable"
WHERE "dueOn" IS NOT NULL AND "voidedAt" IS NULL GROUP BY 1, 2;
