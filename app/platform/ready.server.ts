import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { pool } from "./db.server";
import { jobsRunning } from "./jobs.server";

export type Readiness = { ready: boolean; database: boolean; migrations: boolean; jobs: boolean };

/** Can this process do its work: the database answers, its schema is the code's, jobs run. */
export async function readiness(): Promise<Readiness> {
  const applied = await appliedMigrations();
  const database = applied !== null;
  const migrations = database && ownMigrations().every((name) => applied.has(name));
  const jobs = jobsRunning();
  return { ready: database && migrations && jobs, database, migrations, jobs };
}

/** Null while the database does not answer. */
async function appliedMigrations(): Promise<Set<string> | null> {
  try {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    return new Set(rows.map(({ name }) => name));
  } catch {
    return null;
  }
}

/** The migrations that came with this version; the product runs in its own folder. */
function ownMigrations(): string[] {
  const folder = path.resolve("prisma", "migrations");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}
