import type { Outcome } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, type GivenProject, givenCustomer, givenUnit } from "./given";

export type HoldRequest = { key: string; unitId: string; customerId: string };
/** Units that are raced for. LOUPAN_RACE_UNITS asks for more than the ordinary run has time for (200 take two minutes). */
export const RACED_UNITS = Number(process.env.LOUPAN_RACE_UNITS ?? 25);

type Racer = { ctx: Ctx; customerId: string };

/** Consultants, each with a customer, who all want every unit. */
export async function givenRacers(project: GivenProject, count: number): Promise<Racer[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const ctx = await asStaff("CONSULTANT", project, {
        name: `consultant ${i}`,
        settings: { holdCapPerConsultant: 999 },
      });
      return { ctx, customerId: (await givenCustomer(project, ctx)).id };
    }),
  );
}

/** Units that are free and wanted. */
export async function givenUnits(project: GivenProject, count: number): Promise<string[]> {
  const units: string[] = [];
  for (let at = 0; at < count; at++) units.push((await givenUnit(project)).id);
  return units;
}

/** Everybody asks for the unit at once. Who got it, by the answers. */
export async function race<T>(
  racers: readonly Racer[],
  unitId: string,
  ask: (ctx: Ctx, request: HoldRequest) => Promise<Outcome<T>>,
): Promise<{ winners: Ctx[]; losers: Outcome<T>[] }> {
  const outcomes = await Promise.all(
    racers.map(({ ctx, customerId }) => ask(ctx, { key: newId(), unitId, customerId })),
  );
  return {
    winners: racers.flatMap(({ ctx }, at) => (outcomes[at]?.ok ? [ctx] : [])),
    losers: outcomes.filter((outcome) => !outcome.ok),
  };
}

/** Open claims by unit, as the database has them. */
export async function openClaims(unitIds: readonly string[]): Promise<number[]> {
  const rows = await db.claim.groupBy({
    by: ["unitId"],
    where: { unitId: { in: [...unitIds] }, endedAt: null },
    _count: true,
  });
  return unitIds.map((id) => rows.find((row) => row.unitId === id)?._count ?? 0);
}
