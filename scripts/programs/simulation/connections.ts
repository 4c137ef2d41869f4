import pg from "pg";
import { pool } from "~/platform/db.server";

/** Cuts the connections of this process's pool, as a network or a restarted database does. */
export type Cutter = { cut: () => Promise<void>; close: () => Promise<void> };

export async function openCutter(url: string): Promise<Cutter> {
  const backends = new Set<number>();
  // The number of the backend stands on the client, though its types do not say so.
  const add = (client: object) => {
    if ("processID" in client && typeof client.processID === "number") backends.add(client.processID);
  };
  pool.on("connect", add);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    cut: async () => {
      const ids = [...backends];
      backends.clear();
      await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = ANY ($1::int[])", [ids]);
    },
    close: async () => {
      pool.off("connect", add);
      await client.end();
    },
  };
}
