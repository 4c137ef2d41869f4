import { Refused } from "~/domain/refusal";
import { pool } from "./db.server";

/** So many in so many seconds; counted by windows that begin on the clock. */
export type RateLimit = { times: number; seconds: number };

/**
 * Counts one more use of a key, in the database, so that it holds for all processes together.
 * Refuses `rate_limited` with the seconds until the next window.
 */
export async function countUse(key: string, { times, seconds }: RateLimit): Promise<void> {
  const { rows } = await pool.query<{ count: number; left: number }>(
    `WITH clock AS (SELECT date_bin(make_interval(secs => $2), clock_timestamp(), 'epoch') AS opened)
     INSERT INTO "RateCount" AS kept (key, "window", count) SELECT $1, opened, 1 FROM clock
     ON CONFLICT (key, "window") DO UPDATE SET count = kept.count + 1
     RETURNING count, ceil(extract(epoch FROM "window" + make_interval(secs => $2) - clock_timestamp()))::int AS left`,
    [key, seconds],
  );
  const [counted] = rows;
  if (counted && counted.count > times) {
    throw new Refused({ code: "rate_limited", params: { seconds: Math.max(1, counted.left) } });
  }
}

/** Forgets windows that are long over. */
export async function forgetOldCounts(): Promise<void> {
  await pool.query(`DELETE FROM "RateCount" WHERE "window" < clock_timestamp() - interval '2 days'`);
}
