import { pool } from "~/platform/db.server";

/** With one guard of the database taken away, which then comes back. */
export async function withoutIndex<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { rows } = await pool.query<{ definition: string }>(
    "SELECT indexdef AS definition FROM pg_indexes WHERE indexname = $1",
    [name],
  );
  await pool.query(`DROP INDEX "${name}"`);
  try {
    return await work();
  } finally {
    await emptyTables();
    await pool.query(rows[0]?.definition ?? "");
  }
}

/** The office as before it opened; what keeps tables from being emptied rests meanwhile. */
export async function emptyTables(): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  const tables = rows.map(({ name }) => name).join(", ");
  await pool.query(`BEGIN; SET LOCAL session_replication_role = replica; TRUNCATE ${tables}; COMMIT`);
}
