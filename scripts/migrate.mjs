import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { Halt } from "./halt.mjs";
import { ROOT } from "./root.mjs";

/** The key of Prisma's own migrate, so that the two never work on one database at once. */
const ADVISORY_LOCK = 72707369;

const TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Brings a database to the code's schema: applies the migrations that it lacks, in order, each whole or not at all,
 * and records them as `prisma migrate` does. Refuses a database that is newer than the code or was migrated otherwise.
 *
 * @param {string} url
 * @param {{ folder?: string, only?: { name: string, checksum: string }[] }} [options] only: as far as a backup had come
 * @returns {Promise<{ applied: string[], total: number }>}
 */
export async function migrate(url, { folder = join(ROOT, "prisma", "migrations"), only } = {}) {
  const all = readMigrations(folder);
  if (only)
    demandCommonHistory(
      only.map((one) => ({ ...one, finished_at: true })),
      all,
      "The backup",
    );
  const migrations = only ? all.filter(({ name }) => only.some((one) => one.name === name)) : all;
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await client.query(TABLE);
    const { rows } = await client.query(
      'SELECT migration_name AS name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    );
    demandCommonHistory(rows, migrations);
    const done = new Set(rows.map(({ name }) => name));
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const migration of missing) await apply(client, migration);
    return { applied: missing.map(({ name }) => name), total: migrations.length };
  } finally {
    await client.end();
  }
}

function readMigrations(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8").replaceAll("\r\n", "\n");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

function demandCommonHistory(applied, migrations, what = "The database") {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished_at } of applied) {
    const mine = known.get(name);
    if (!mine) {
      throw new Halt(
        `${what} is newer than this version of Loupan (it has the migration ${name}): start the newer version, or restore a backup made by this one.`,
      );
    }
    if (!finished_at) {
      throw new Halt(
        `The migration ${name} stopped half way in the database: restore the backup made before it, or resolve it with npx prisma migrate resolve.`,
      );
    }
    if (checksum !== mine.checksum) {
      throw new Halt(
        `The migration ${name} was altered after it was applied to the database: put prisma/migrations/${name} back as it was released.`,
      );
    }
  }
}

async function apply(client, { name, sql, checksum }) {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw new Halt(`The migration ${name} does not apply, and nothing of it was kept: ${error.message}`);
  }
}
