import "~/composition.server";
import { afterAll, expect, it } from "vitest";
import { closeDb, pool } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import type { Commands } from "../../scripts/programs/simulation/scene";
import { type Report, simulate } from "../../scripts/programs/simulation/simulate";
import { holdAfterALook, holdWithoutLimit, payAtEveryPress } from "./careless";

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

/** With one guard of the database taken away, which then comes back. */
async function withoutIndex<T>(name: string, work: () => Promise<T>): Promise<T> {
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
async function emptyTables(): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  const tables = rows.map(({ name }) => name).join(", ");
  await pool.query(`BEGIN; SET LOCAL session_replication_role = replica; TRUNCATE ${tables}; COMMIT`);
}
