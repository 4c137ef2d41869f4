-- AlterTable
ALTER TABLE "FactSummary" ADD COLUMN     "placedCentiares" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "placedCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "placedFen" BIGINT NOT NULL DEFAULT 0;


-- What was placed before is summed up too, into one stripe of each key.
UPDATE "FactSummary" s SET "placedCount" = f.count, "placedFen" = f.fen, "placedCentiares" = f.area
FROM (
  SELECT f."projectId", f.kind, f."businessOn", (f."recordedAt" AT TIME ZONE p."timeZone")::date AS "recordedOn",
    coalesce(f.use::text, '') AS use, count(*) AS count, sum(f."amountFen") AS fen, sum(f."areaCentiares") AS area
  FROM "Fact" f JOIN "Project" p ON p.id = f."projectId" WHERE f.sign = 1 GROUP BY 1, 2, 3, 4, 5
) f
WHERE (s."projectId", s.kind, s."businessOn", s."recordedOn", s.use)
    = (f."projectId", f.kind, f."businessOn", f."recordedOn", f.use)
  AND s.stripe = (SELECT min(o.stripe) FROM "FactSummary" o
    WHERE (o."projectId", o.kind, o."businessOn", o."recordedOn", o.use)
      = (s."projectId", s.kind, s."businessOn", s."recordedOn", s.use));

CREATE OR REPLACE FUNCTION sum_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "FactSummary" ("projectId", kind, "businessOn", "recordedOn", use, stripe, count, "amountFen",
    "areaCentiares", "placedCount", "placedFen", "placedCentiares")
  SELECT f."projectId", f.kind, f."businessOn", (f."recordedAt" AT TIME ZONE p."timeZone")::date,
    coalesce(f.use::text, ''), pg_backend_pid() % 16,
    sum(f.sign), sum(f.sign * f."amountFen"), sum(f.sign * f."areaCentiares"), count(*) FILTER (WHERE f.sign = 1),
    coalesce(sum(f."amountFen") FILTER (WHERE f.sign = 1), 0),
    coalesce(sum(f."areaCentiares") FILTER (WHERE f.sign = 1), 0)
  FROM written f JOIN "Project" p ON p.id = f."projectId"
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT ("projectId", kind, "businessOn", "recordedOn", use, stripe) DO UPDATE SET
    count = "FactSummary".count + excluded.count,
    "amountFen" = "FactSummary"."amountFen" + excluded."amountFen",
    "areaCentiares" = "FactSummary"."areaCentiares" + excluded."areaCentiares",
    "placedCount" = "FactSummary"."placedCount" + excluded."placedCount",
    "placedFen" = "FactSummary"."placedFen" + excluded."placedFen",
    "placedCentiares" = "FactSummary"."placedCentiares" + excluded."placedCentiares";
  RETURN NULL;
END $$;
