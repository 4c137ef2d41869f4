import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrate } from "../../scripts/migrate.mjs";
import { temporaryPostgres } from "../../scripts/postgres.mjs";

const NAME = "0004_placed_in_summaries";
const MIGRATIONS = join(import.meta.dirname, "..", "..", "prisma", "migrations");
const folder = mkdtempSync(join(tmpdir(), "loupan-migrations-"));
let server: Awaited<ReturnType<typeof temporaryPostgres>>;

beforeAll(async () => {
  server = await temporaryPostgres();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** By a connection of its own, so that the sums come into several stripes. */
async function query(sql: string) {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

const PLACE = `
INSERT INTO "Company" VALUES ('00000000-0000-7000-8000-000000000001', 'a', false, '2026-01-01');
INSERT INTO "Branch" VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'a');
INSERT INTO "Project" (id, "branchId", code, name, city, address, "createdAt")
VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', 'a', 'a', 'a', '', '2026-01-01')`;
const FACTS = `
WITH placed AS (
  INSERT INTO "Fact" ("projectId", kind, sign, "businessOn", "recordedAt", "amountFen", "areaCentiares", use)
  SELECT '00000000-0000-7000-8000-000000000003', (ARRAY['HOLD', 'CONTRACT'])[1 + n % 2]::"FactKind", 1,
    date '2026-03-01' + n % 5, timestamptz '2026-03-07 20:00Z' + n * interval '1 hour', n * 1000, n,
    CASE n % 3 WHEN 0 THEN 'SHOP'::"UnitUse" END
  FROM generate_series(1, 40) n RETURNING *)
INSERT INTO "Fact" ("projectId", kind, sign, "businessOn", "recordedAt", "amountFen", "areaCentiares", use, "correctsSeq")
SELECT "projectId", kind, -1, "businessOn" + 1, "recordedAt", "amountFen", "areaCentiares", use, seq
FROM placed WHERE seq % 4 = 0`;
const DIFFERENCES = `
SELECT * FROM (
  SELECT "projectId", kind, "businessOn", sum("placedCount") AS n, sum("placedFen") AS fen, sum("placedCentiares") AS area
  FROM "FactSummary" GROUP BY 1, 2, 3) s
FULL JOIN (
  SELECT "projectId", kind, "businessOn", count(*) FILTER (WHERE sign = 1) AS n,
    coalesce(sum("amountFen") FILTER (WHERE sign = 1), 0) AS fen,
    coalesce(sum("areaCentiares") FILTER (WHERE sign = 1), 0) AS area
  FROM "Fact" GROUP BY 1, 2, 3) f USING ("projectId", kind, "businessOn")
WHERE (s.n, s.fen, s.area) IS DISTINCT FROM (f.n, f.fen, f.area)`;

it("sums up what was placed before it, and all that is placed after it", async () => {
  const earlier = readdirSync(MIGRATIONS).filter((name) => name < NAME);
  for (const name of earlier) cpSync(join(MIGRATIONS, name), join(folder, name), { recursive: true });
  await migrate(server.url, { folder });
  await query(PLACE);
  for (let connection = 0; connection < 3; connection++) await query(FACTS);

  cpSync(join(MIGRATIONS, NAME), join(folder, NAME), { recursive: true });
  await migrate(server.url, { folder });
  expect(await query(`SELECT sum("placedCount")::int AS placed FROM "FactSummary"`)).toEqual([{ placed: 120 }]);
  expect(await query(DIFFERENCES)).toEqual([]);
  await query(FACTS);
  expect(await query(DIFFERENCES)).toEqual([]);
});
