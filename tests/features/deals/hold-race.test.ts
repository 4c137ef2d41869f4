import { afterAll, describe, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { placeHold } from "~/features/deals/place-hold.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenCustomer, givenProject, NOW } from "../../support/given";
import { givenRacers, givenUnits, openClaims, RACED_UNITS, race } from "../../support/race";

afterAll(closeDb);

const CALLERS = 64;
const AT_A_TIME = 25;

describe("64 callers at once", () => {
  it("share out many units: one winner each, every loser told who and when", async () => {
    const project = await givenProject();
    const racers = await givenRacers(project, CALLERS);
    const units = await givenUnits(project, RACED_UNITS);

    const results: Awaited<ReturnType<typeof race>>[] = [];
    for (let from = 0; from < units.length; from += AT_A_TIME) {
      const wanted = units.slice(from, from + AT_A_TIME);
      const raced = wanted.map((unitId) => race(racers, unitId, (ctx, request) => attempt(placeHold(ctx, request))));
      results.push(...(await Promise.all(raced)));
    }

    for (const { winners, losers } of results) {
      expect(winners).toHaveLength(1);
      const told = { ok: false, refusal: { code: "unit_taken", params: { by: winners[0]?.actorName, since: NOW } } };
      expect(losers).toEqual(Array(CALLERS - 1).fill(told));
    }
    expect(await openClaims(units)).toEqual(units.map(() => 1));
    expect(await db.deal.count({ where: { projectId: project.id } })).toBe(units.length);
    expect(await db.submission.count({ where: { actorId: { in: racers.map(({ ctx }) => ctx.actorId) } } })).toBe(
      units.length,
    );
    const [{ sum } = { sum: 0 }] = await db.$queryRaw<{ sum: number }[]>`
      SELECT sum(count)::int AS sum FROM "FactSummary" WHERE "projectId" = ${project.id}::uuid AND kind = 'HOLD'`;
    expect(sum).toBe(units.length);
  }, 600_000);

  it("get a unit under a hold whose time is up exactly once", async () => {
    const project = await givenProject();
    const [unitId = ""] = await givenUnits(project, 1);
    const early = await asStaff("CONSULTANT", project, { now: hoursAfter(NOW, -2) });
    const customer = await givenCustomer(project, early);
    const old = await placeHold(early, { key: newId(), unitId, customerId: customer.id, hours: 2 });

    const { winners, losers } = await race(await givenRacers(project, CALLERS), unitId, (ctx, request) =>
      attempt(placeHold(ctx, request)),
    );

    expect(winners).toHaveLength(1);
    expect(losers).toHaveLength(CALLERS - 1);
    expect(await openClaims([unitId])).toEqual([1]);
    expect(await db.deal.findUnique({ where: { id: old.dealId } })).toMatchObject({ stage: "EXPIRED", endedAt: NOW });
  });

  it("of one consultant never exceed his cap", async () => {
    const project = await givenProject();
    const ctx = await asStaff("CONSULTANT", project, { settings: { holdCapPerConsultant: 3 } });
    const customer = await givenCustomer(project, ctx);
    const units = await givenUnits(project, 16);

    const outcomes = await Promise.all(
      units.map((unitId) => attempt(placeHold(ctx, { key: newId(), unitId, customerId: customer.id }))),
    );

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
    const told = { ok: false, refusal: { code: "hold_cap_reached", params: { maxOpenHolds: 3 } } };
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(13).fill(told));
  });
});
