import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

const AGAIN_MS = 20;

/** Ends every other connection to this database, as a network does that breaks down. */
export async function cutConnections(url: string): Promise<void> {
  await ask(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
}

/** Ends the server of this database by kill -9 and waits until whoever keeps it has started it again. */
export async function killDatabase(url: string): Promise<void> {
  const [row] = await ask(url, "SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int AS pid");
  process.kill(Number(row?.pid), "SIGKILL");
  for (;;) {
    try {
      await ask(url, "SELECT 1");
      return;
    } catch {
      await pause(AGAIN_MS);
    }
  }
}

async function ask(url: string, query: string): Promise<{ pid?: number }[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<{ pid?: number }>(query)).rows;
  } finally {
    await client.end();
  }
}
