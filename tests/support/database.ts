import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { TEMPLATE } from "./postgres-of-run";

// Runs before each test file is loaded, so that the product opens the database of this worker: a fresh copy per file.
const serverUrl = inject("serverUrl");
const name = `worker_${process.env.VITEST_POOL_ID}`;

const client = new pg.Client({ connectionString: serverUrl });
await client.connect();
try {
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
} finally {
  await client.end();
}

const url = new URL(serverUrl);
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.LOUPAN_HOME = join(inject("runFolder"), name);
