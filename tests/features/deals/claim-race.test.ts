import { afterAll, describe, expect, it } from "vitest";
import { addDays } from "~/domain/calendar";
import { placeHold } from "~/features/deals/place-hold.server";
import { reserveUnit } from "~/features/deals/reserve-unit.server";
import { pullBackUnit } from "~/features/units/pull-back-unit.server";
import { withholdUnit } from "~/features/units/withhold-unit.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenProject, NOW, TODAY } from "../../support/given";
import { givenRacers, givenUnits, openClaims, race } from "../../support/race";
import { givenBuyer, givenPlan, givenScheme } from "../../support/sell";

afterAll(closeDb);

const CALLERS = 32;

async function given(units: number) {
  const project = await givenProject();
  return { project, racers: await givenRacers(project, CALLERS), units: await givenUnits(project, units) };
}

describe("callers at once", () => {
  it("reserve each unit once, with its draft, and leave nothing else behind", async () => {
    const { project, units } = await given(4);
    const buyers = Array.from({ length: CALLERS }, async (_, at) => {
      const ctx = await asStaff("CONSULTANT", project, { name: `consultant ${at}` });
      return { ctx, customerId: (await givenBuyer(project, ctx)).id };
    });
    const racers = await Promise.all(buyers);
    const terms = { planId: (await givenPlan(project)).id, schemeIds: [(await givenScheme(project)).id] };
    const drafted = { ownershipForm: "SOLE", specialOffFen: 0, relation: null, reason: "", eligible: true } as const;
    const raced = units.map((unitId) =>
      race(racers, unitId, (ctx, { customerId, ...request }) => {
        const wish = {
          ...terms,
          ...drafted,
          buyers: [{ customerId, sharePpm: null }],
          earnestFen: 5_000_000,
          eligibilityNote: "",
        };
        return attempt(reserveUnit(ctx, { ...request, customerId, ...wish }));
      }),
    );

    for (const { winners, losers } of await Promise.all(raced)) {
      expect(winners).toHaveLength(1);
      const told = { ok: false, refusal: { code: "unit_taken", params: { by: winners[0]?.actorName, since: NOW } } };
      expect(losers).toEqual(Array(CALLERS - 1).fill(told));
    }
    expect(await openClaims(units)).toEqual(units.map(() => 1));
    expect(await db.deal.count({ where: { projectId: project.id } })).toBe(units.length);
    expect(await db.subscription.count({ where: { deal: { projectId: project.id } } })).toBe(units.length);
  }, 300_000);

  type Take = (ctx: Ctx, input: { key: string; unitId: string; version: number; reason: string }) => Promise<unknown>;
  const withhold: Take = (ctx, input) => withholdUnit(ctx, { ...input, until: `${addDays(TODAY, 7)}T10:00:00Z` });

  it.each([
    ["withheld", "CONTROLLER", withhold, "unit_withheld"],
    ["pulled back", "DIRECTOR", pullBackUnit as Take, "unit_not_released"],
  ] as const)(
    "hold a unit that is %s meanwhile, or are told so: never both",
    async (_, role, take, code) => {
      const { project, racers, units } = await given(8);
      const ctx = await asStaff(role, project);
      const outcomes = await Promise.all(
        units.map(async (unitId, at) => {
          const off = () => attempt(take(ctx, { key: newId(), unitId, version: 1, reason: "样板间" }));
          const held = race(racers.slice(0, 8), unitId, (by, request) => attempt(placeHold(by, request)));
          // Half of the units see the desk first, the others the holders.
          const [taken, { winners, losers }] = at % 2 ? await Promise.all([off(), held]) : await both(held, off());
          return { taken: taken.ok, winners: winners.length, losers, unitId };
        }),
      );

      for (const { taken, winners, losers, unitId } of outcomes) {
        expect(winners).toBe(taken ? 0 : 1);
        const { releaseState } = await db.unit.findUniqueOrThrow({ where: { id: unitId } });
        expect(releaseState === "RELEASED").toBe(!taken);
        expect(await openClaims([unitId])).toEqual([winners]);
        const codes = new Set(losers.map((one) => (one.ok ? "" : one.refusal.code)));
        expect([...codes]).toEqual([taken ? code : "unit_taken"]);
      }
    },
    300_000,
  );
});

async function both<First, Second>(first: Promise<First>, second: Promise<Second>): Promise<[Second, First]> {
  const [held, taken] = await Promise.all([first, second]);
  return [taken, held];
}
