import { pool } from "./db.server";

/** The moment by the database's clock, which all processes share. For work that no request starts. */
export async function databaseNow(): Promise<Date> {
  const { rows } = await pool.query<{ now: Date }>("SELECT clock_timestamp() AS now");
  const [first] = rows;
  if (!first) throw new Error("the database did not tell the time");
  return first.now;
}
