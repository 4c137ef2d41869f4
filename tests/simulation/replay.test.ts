import "~/composition.server";
import { afterAll, expect, it } from "vitest";
import { closeDb } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import { simulate } from "../../scripts/programs/simulation/simulate";
import { told } from "../../scripts/programs/simulation/told";
import { holdWithoutLimit } from "./careless";
import { emptyTables } from "./without-guard";

// What a seed found once can be looked at again: the same seed tells the same story up to the same step, although the
// ids in the database are other ones.

const LIMIT = 300_000;

afterAll(async () => {
  await closeLive();
  await closeDb();
});

/** The same seed twice in an office as new, with what was printed of each. */
async function twice(play: () => ReturnType<typeof simulate>) {
  const runs = [];
  for (let time = 0; time < 2; time++) {
    const run = await play();
    await emptyTables();
    runs.push({ ...run, printed: told(run, false) });
  }
  const [first, second] = runs;
  if (!first?.firstFailure || !second?.firstFailure) throw new RangeError("this seed finds nothing");
  return { first, second };
}

it(
  "replays a failing seed exactly, and prints its story",
  async () => {
    const { first, second } = await twice(() =>
      simulate({ seed: 1, steps: 400, commands: { placeHold: holdWithoutLimit } }),
    );
    expect(second).toEqual(first);
    expect(first.printed.slice(0, first.steps)).toEqual(first.history);
    expect(first.printed.slice(first.steps)).toEqual([
      `✗ step ${first.steps}: ${first.firstFailure?.wrong[0]}`,
      expect.stringMatching(/^Seed 1, \d+ steps, .*: wrong\.$/),
    ]);
  },
  LIMIT,
);
