import "~/composition.server";
import { afterAll, expect, it } from "vitest";
import { closeDb } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import type { Commands } from "../../scripts/programs/simulation/scene";
import { type Report, simulate } from "../../scripts/programs/simulation/simulate";
import { claimAfterALook, holdAfterALook, holdWithoutLimit, payAtEveryPress } from "./careless";
import { emptyTables, withoutIndex } from "./without-guard";

// The controls of simulation.test.ts: with a guard taken away the same story must go wrong, or that test proves
// nothing. docs/reliability.md names the steps.

const SEED = 7;
const LIMIT = 300_000;

afterAll(async () => {
  await closeLive();
  await closeDb();
});

type Control = { what: string; seed?: number; without?: string; commands?: Partial<Commands>; found: RegExp };

const CONTROLS: Control[] = [
  {
    what: "a unit that several people hold",
    without: "Claim_one_open_per_unit",
    commands: { placeHold: holdAfterALook },
    found: /holds unit .* expected unit_taken, got done/,
  },
  {
    what: "money of one bank reference that is taken twice",
    without: "Payment_bank_reference_once",
    found: /expected bank_reference_used, got done/,
  },
  {
    what: "money that is taken at every press of the button",
    commands: { takePayment: payAtEveryPress },
    found: /takes .* expected (the answer|idempotency_mismatch)/,
  },
  {
    what: "a customer whom several take out of the pool",
    seed: 22,
    commands: { claimFromPool: claimAfterALook },
    found: /claims customer .* expected not_in_pool, got done/,
  },
  {
    what: "a consultant who keeps too many units",
    seed: 1,
    commands: { placeHold: holdWithoutLimit },
    found: /expected hold_cap_reached, got done/,
  },
];

it.each(CONTROLS)(
  "finds $what",
  async ({ seed = SEED, without, commands = {}, found }) => {
    const play = () => simulate({ seed, steps: 400, commands });
    const { firstFailure }: Report = without ? await withoutIndex(without, play) : await play();
    await emptyTables();
    expect(firstFailure?.wrong.join("\n")).toMatch(found);
  },
  LIMIT,
);
