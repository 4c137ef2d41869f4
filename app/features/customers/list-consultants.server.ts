import { dayIn, startOfDayIn } from "~/domain/calendar";
import { byTurn, type Turn } from "~/domain/ownership";
import { Refused } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db, type Tx } from "~/platform/db.server";

export type Consultant = Turn & { id: string; name: string };

/** The project's consultants, whoever is next in the rotation first. */
export async function listConsultants(ctx: Ctx): Promise<Consultant[]> {
  const today = startOfDayIn(ctx.timeZone, dayIn(ctx.timeZone, ctx.now));
  const consultants = await consultantsOf(db, ctx.projectId);
  const turns = await db.ownershipChange.groupBy({
    by: ["toId"],
    where: { projectId: ctx.projectId, kind: "REGISTERED", at: { gte: today }, toId: { not: null } },
    _count: true,
    _max: { at: true },
  });
  const turnOf = new Map(turns.map((turn) => [turn.toId, { newToday: turn._count, lastAt: turn._max.at }]));
  return consultants
    .map((consultant) => ({ ...consultant, ...(turnOf.get(consultant.id) ?? { newToday: 0, lastAt: null }) }))
    .sort((a, b) => byTurn(a, b) || a.name.localeCompare(b.name, "zh-CN"));
}

/** Refuses an id that is no consultant working at the project. */
export async function demandConsultant(tx: Tx, ctx: Ctx, userId: string): Promise<void> {
  const consultants = await consultantsOf(tx, ctx.projectId);
  if (!consultants.some(({ id }) => id === userId)) throw new Refused({ code: "not_found" });
}

function consultantsOf(tx: Pick<Tx, "$queryRaw">, projectId: string): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    SELECT DISTINCT u.id, u.name FROM "Grant" g
    JOIN "User" u ON u.id = g."userId" AND u."disabledAt" IS NULL
    LEFT JOIN "Department" d ON d.id = g."departmentId"
    LEFT JOIN "Team" t ON t.id = g."teamId" LEFT JOIN "Department" td ON td.id = t."departmentId"
    WHERE g.role = 'CONSULTANT' AND g."endedAt" IS NULL
      AND (g.scope = 'COMPANY' OR g."branchId" = (SELECT "branchId" FROM "Project" WHERE id = ${projectId}::uuid)
        OR coalesce(g."projectId", d."projectId", td."projectId") = ${projectId}::uuid)`;
}
