import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrate } from "../../scripts/migrate.mjs";
import { temporaryPostgres } from "../../scripts/postgres.mjs";

const NAME = "0009_due_by_month";
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

async function query(sql: string) {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

/** Two hundred instalments of two projects; every ninth has no day yet, every seventh is void. */
const INSTALMENTS = `
SET session_replication_role = replica;
INSERT INTO "Receivable" (id, "projectId", "dealId", position, item, "dueEvent", "dueOn", "amountFen", "createdAt", "voidedAt")
SELECT gen_random_uuid(), ('00000000-0000-7000-8000-00000000000' || n % 2)::uuid, '00000000-0000-7000-8000-000000000009', n,
  'x', 'CONTRACT', CASE WHEN n % 9 > 0 THEN date '2026-01-01' + n * 3 END, n * 1000 + 7, now(),
  CASE WHEN n % 7 = 0 THEN now() END
FROM generate_series(1, 200) n`;
const CHANGES = [
  `UPDATE "Receivable" SET "dueOn" = date '2027-05-31' - position WHERE position % 9 = 0`,
  `UPDATE "Receivable" SET "amountFen" = "amountFen" * 2 WHERE position % 4 = 1`,
  `UPDATE "Receivable" SET "voidedAt" = now() WHERE position % 5 = 2`,
  `UPDATE "Receivable" SET "voidedAt" = NULL, "dueOn" = "dueOn" + 40 WHERE position % 7 = 0`,
  `DELETE FROM "Receivable" WHERE position % 6 = 3`,
];
const DIFFERENCES = `
SELECT * FROM (SELECT "projectId", month, sum("amountFen") AS fen FROM "DueSummary" GROUP BY 1, 2) s
FULL JOIN (SELECT "projectId", date_trunc('month', "dueOn")::date AS month, sum("amountFen") AS fen FROM "Receivable"
  WHERE "voidedAt" IS NULL AND "dueOn" IS NOT NULL GROUP BY 1, 2) r USING ("projectId", month)
WHERE coalesce(s.fen, 0) <> coalesce(r.fen, 0)`;

it("sums up what fell due before it, and follows every change after it", async () => {
  const earlier = readdirSync(MIGRATIONS).filter((name) => name < NAME);
  for (const name of earlier) cpSync(join(MIGRATIONS, name), join(folder, name), { recursive: true });
  await migrate(server.url, { folder });
  await query(INSTALMENTS);

  cpSync(join(MIGRATIONS, NAME), join(folder, NAME), { recursive: true });
  await migrate(server.url, { folder });
  const months = await query(`SELECT count(*)::int AS months, sum("amountFen") > 0 AS filled FROM "DueSummary"`);
  expect(months).toEqual([{ months: expect.any(Number), filled: true }]);
  expect(months[0].months).toBeGreaterThan(30);
  expect(await query(DIFFERENCES)).toEqual([]);
  for (const change of CHANGES) {
    await query(change);
    expect(await query(DIFFERENCES), change).toEqual([]);
  }
});
