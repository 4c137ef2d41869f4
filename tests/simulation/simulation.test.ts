import "~/composition.server";
import { afterAll, expect, it } from "vitest";
import { closeDb } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import { openCutter } from "../../scripts/programs/simulation/connections";
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
    const cutter = await openCutter(process.env.DATABASE_URL ?? "");
    try {
      const { firstFailure, steps, faults } = await simulate({ seed: 7, steps: STEPS, cutter });
      expect(firstFailure).toBeNull();
      expect(steps).toBe(STEPS);
      expect(Object.keys(faults).sort()).toEqual([
        ...["altered", "clock back", "cut", "delayed", "forbidden", "race", "repeated", "storm"],
      ]);
    } finally {
      await cutter.close();
    }
  },
  LIMIT,
);
