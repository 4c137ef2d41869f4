import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { attempt } from "~/platform/attempt.server";
import { closeDb, pool } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { countUse } from "~/platform/rate-limit.server";

const LIMIT = { times: 10, seconds: 3_600 };

// A second process has a pool of its own.
const second = new pg.Pool({ connectionString: process.env.DATABASE_URL, options: "-c TimeZone=UTC" });
afterAll(async () => {
  await second.end();
  await closeDb();
});

it("lets exactly the limit through, over two pools at once", async () => {
  const key = newId();
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, i) => attempt(countUse(key, LIMIT, i % 2 === 0 ? pool : second))),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
  const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]));
  expect(refusals.every(({ code }) => code === "rate_limited")).toBe(true);
});

it("counts each key for itself", async () => {
  const key = newId();
  for (let i = 0; i < 10; i++) await countUse(key, LIMIT);
  expect(await attempt(countUse(key, LIMIT))).toMatchObject({ ok: false, refusal: { code: "rate_limited" } });
  expect(await attempt(countUse(newId(), LIMIT))).toMatchObject({ ok: true });
});

it("goes on counting past a step, and forgets what is older than the period", async () => {
  const [recent, old] = [newId(), newId()];
  const seed = (key: string, minutes: number) =>
    pool.query(
      `INSERT INTO "RateCount" (key, "window", count) VALUES ($1, clock_timestamp() - make_interval(mins => $2), 10)`,
      [key, minutes],
    );
  await Promise.all([seed(recent, 45), seed(old, 61)]);
  expect(await attempt(countUse(recent, LIMIT))).toMatchObject({ ok: false, refusal: { code: "rate_limited" } });
  expect(await attempt(countUse(old, LIMIT))).toMatchObject({ ok: true });
});
