import { afterAll, beforeAll, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { canHold } from "~/domain/hold";
import { demand } from "~/domain/refusal";
import { getUnit } from "~/features/units/get-unit.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { dateOf } from "~/platform/stored-day.server";
import { givenProject, TODAY } from "../../support/given";
import { givenRacers, givenUnits, type HoldRequest, openClaims, race } from "../../support/race";

// The control of hold-race.test.ts: with the guard taken away the same race must be lost, or that test proves nothing.
// Every test file has a database of its own, so the index is missing here only.

beforeAll(async () => {
  await db.$executeRawUnsafe(`DROP INDEX "Claim_one_open_per_unit"`);
});
afterAll(closeDb);

/** A hold as one would write it first: look, then write. */
async function naiveHold(ctx: Ctx, { unitId, customerId }: HoldRequest): Promise<string> {
  demand(canHold(await getUnit(ctx, unitId), ctx.now));
  const dealId = newId();
  await inTransaction(async (tx) => {
    await tx.deal.create({
      data: {
        id: dealId,
        projectId: ctx.projectId,
        customerId,
        consultantId: ctx.actorId,
        stage: "HELD",
        holdUntil: hoursAfter(ctx.now, 24),
        businessOn: dateOf(TODAY),
        enteredAt: ctx.now,
      },
    });
    await tx.claim.create({ data: { projectId: ctx.projectId, unitId, dealId, since: ctx.now } });
  });
  return dealId;
}

it("sells a unit twice when a look decides and no index stands behind it", async () => {
  const project = await givenProject();
  const units = await givenUnits(project, 4);
  const racers = await givenRacers(project, 64);

  const results = await Promise.all(
    units.map((unitId) => race(racers, unitId, (ctx, request) => attempt(naiveHold(ctx, request)))),
  );

  expect(Math.max(...results.map(({ winners }) => winners.length))).toBeGreaterThan(1);
  expect(Math.max(...(await openClaims(units)))).toBeGreaterThan(1);
});
