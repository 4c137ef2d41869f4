import type { Day } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { dayOf, maybeDayOf } from "~/platform/stored-day.server";

export type ProjectPapers = {
  permits: { id: string; number: string; issuedOn: Day; units: number; account: string }[];
  accounts: { id: string; name: string }[];
  buildings: {
    id: string;
    name: string;
    milestones: { kind: string; plannedOn: Day | null; actualOn: Day | null }[];
  }[];
};

/** Permits, supervised accounts and milestones of the project. */
export async function getProjectPapers(ctx: Ctx): Promise<ProjectPapers> {
  demand(may(ctx.permissions, "project:record_papers"));
  const { projectId } = ctx;
  const [permits, accounts, buildings] = await Promise.all([
    db.permit.findMany({
      where: { projectId },
      include: { supervisedAccount: true, _count: { select: { units: true } } },
      orderBy: [{ issuedOn: "desc" }, { id: "desc" }],
    }),
    db.sellerAccount.findMany({ where: { kind: "SUPERVISED", seller: { phases: { some: { projectId } } } } }),
    db.building.findMany({ where: { projectId }, include: { milestones: true }, orderBy: { position: "asc" } }),
  ]);
  return {
    permits: permits.map(({ id, number, issuedOn, supervisedAccount, _count }) => ({
      ...{ id, number, issuedOn: dayOf(issuedOn), units: _count.units },
      account: `${supervisedAccount.bank} ${supervisedAccount.name}`,
    })),
    accounts: accounts.map(({ id, bank, name }) => ({ id, name: `${bank} ${name}` })),
    buildings: buildings.map(({ id, name, milestones }) => ({
      ...{ id, name },
      milestones: milestones.map(({ kind, plannedOn, actualOn }) => ({
        ...{ kind, plannedOn: maybeDayOf(plannedOn), actualOn: maybeDayOf(actualOn) },
      })),
    })),
  };
}

/** The unit that people call by this name. Refuses `not_found` where there is none, or more than one. */
export async function unitByLabel(ctx: Ctx, label: string): Promise<{ id: string; version: number }> {
  const where = { projectId: ctx.projectId, label: label.trim(), archivedAt: null };
  const [unit, other] = await db.unit.findMany({ where, select: { id: true, version: true }, take: 2 });
  if (!unit || other) throw new Refused({ code: "not_found" });
  return unit;
}
