import "~/composition.server";
import { afterAll, expect, it } from "vitest";
import { closeDb, db } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import { cutConnections } from "../../scripts/programs/simulation/connections";
import { simulate } from "../../scripts/programs/simulation/simulate";

const STEPS = 180;
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
    const { firstFailure, steps, faults } = await simulate({ seed: 34, steps: STEPS, cuts });
    expect(firstFailure).toBeNull();
    expect(steps).toBe(STEPS);
    expect(Object.keys(faults).sort()).toEqual([
      ...["altered", "clock back", "cut", "delayed", "forbidden", "race", "repeated", "session expired", "storm"],
    ]);
    expect(await played()).toEqual({
      owners: ["CLAIMED", "REGISTERED", "RETURNED", "TRANSFERRED"],
      ...{ settings: true, substitutes: true, imports: true },
    });
  },
  LIMIT,
);

/** What of the office beside the sale left its rows, so that the seed is known to have come to it. */
async function played() {
  const owners = await db.ownershipChange.findMany({ distinct: ["kind"], select: { kind: true } });
  return {
    owners: owners.map(({ kind }) => kind).sort(),
    settings: (await db.setting.count()) > 0,
    substitutes: (await db.approvalDecision.count({ where: { substitutionId: { not: null } } })) > 0,
    imports: (await db.importRun.count()) > 0,
  };
}
