import "~/composition.server";
import { afterAll, expect, it } from "vitest";
import { closeDb } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import { cutConnections } from "../../scripts/programs/simulation/connections";
import { simulate } from "../../scripts/programs/simulation/simulate";

const STEPS = 150;
// Seconds on a quiet machine; hundreds of commands one after the other on a busy one.
const LIMIT = 300_000;

afterAll(async () => {
  await closeLive();
  await closeDb();
});

it(
  "plays an office for a while and agrees with its model after every step",
  async () => {
    const cuts = { cut: () => cutConnections(process.env.DATABASE_URL ?? "") };
    const { firstFailure, steps, faults } = await simulate({ seed: 7, steps: STEPS, cuts });
    expect(firstFailure).toBeNull();
    expect(steps).toBe(STEPS);
    expect(Object.keys(faults).sort()).toEqual([
      ...["altered", "clock back", "cut", "delayed", "forbidden", "race", "repeated", "session expired", "storm"],
    ]);
  },
  LIMIT,
);
