import type { Pool } from "pg";
import { Refused } from "~/domain/refusal";
import { pool } from "./db.server";

/** So many within so many seconds. */
export type RateLimit = { times: number; seconds: number };

/** The period slides on in this many steps. */
const STEPS = 6;

/**
 * Counts one more use of a key, in the database, so that it holds for all processes together.
 * Refuses `rate_limited` with the seconds after which earlier uses begin to be forgotten.
 */
export async function countUse(key: string, { times, seconds }: RateLimit, on: Pool = pool): Promise<void> {
  const { rows } = await on.query<{ count: number; left: number }>(
    `WITH clock AS (
       SELECT clock_timestamp() AS now, make_interval(secs => $2) AS period, make_interval(secs => $2::numeric / $3) AS step
     ), this AS (
       INSERT INTO "RateCount" AS kept (key, "window", count)
       SELECT $1, date_bin(step, now, 'epoch'), 1 FROM clock
       ON CONFLICT (key, "window") DO UPDATE SET count = kept.count + 1
       RETURNING "window", count
     ), earlier AS (
       SELECT min(e."window") AS first, sum(e.count) AS count FROM clock, this, "RateCount" e
       WHERE e.key = $1 AND e."window" > now - period AND e."window" < this."window"
     )
     SELECT (this.count + coalesce(earlier.count, 0))::int AS count,
       ceil(extract(epoch FROM coalesce(earlier.first, this."window") + period - now))::int AS left
     FROM clock, this, earlier`,
    [key, seconds, STEPS],
  );
  const [used] = rows;
  if (used && used.count > times) {
    throw new Refused({ code: "rate_limited", params: { seconds: Math.max(1, used.left) } });
  }
}

/** Takes back one counted use: one that turned out to be nobody's guess. */
export async function giveBackUse(key: string): Promise<void> {
  await pool.query(
    `UPDATE "RateCount" SET count = count - 1
     WHERE key = $1 AND count > 0
       AND "window" = (SELECT max("window") FROM "RateCount" WHERE key = $1 AND count > 0)`,
    [key],
  );
}

/** Forgets windows that are long over. */
export async function forgetOldCounts(): Promise<void> {
  await pool.query(`DELETE FROM "RateCount" WHERE "window" < clock_timestamp() - interval '2 days'`);
}
