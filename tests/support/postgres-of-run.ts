import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../scripts/migrate.mjs";
import { temporaryPostgres } from "../../scripts/postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The server of this run: its maintenance database. */
    serverUrl: string;
    /** A folder of this run, removed at its end. */
    runFolder: string;
  }
}

/** Migrated once; every test file starts from a copy of it. */
export const TEMPLATE = "loupan_template";

/**
 * One PostgreSQL for the whole run, stopped and removed at its end. LOUPAN_POSTGRES_BIN names the folder of another
 * PostgreSQL's programs to test on.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const binDir = process.env.LOUPAN_POSTGRES_BIN;
  const server = await temporaryPostgres(binDir ? { binDir } : {});
  const maintenance = new URL(server.url);
  maintenance.pathname = "/postgres";
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`).finally(() => client.end());
  const template = new URL(server.url);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
  provide("serverUrl", maintenance.href);
  provide("runFolder", server.home);
  return server.stop;
}
