import { type ApprovalKind, awaitedRole, canDecide, type Slip } from "~/domain/approval";
import { type Day, dayIn } from "~/domain/calendar";
import { permissionsOf, type Role } from "~/domain/permission";
import { type Substitution, standsUnder } from "~/domain/substitution";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { dateOf, dayOf } from "~/platform/stored-day.server";
import { staffAt } from "./approvers.server";

/** Where somebody sits when he answers: in his own right, or in somebody's place and with that one's roles only. */
export type Seat = { ctx: Ctx; forId: string | null; substitutionId: string | null };

/** Somebody in whose place the caller answers today, with the roles that the absent one holds now. */
export type Absent = { substitutionId: string; forId: string; name: string; roles: readonly Role[] };
/** All of them: whose place it is for one kind of request, and every role that comes with any. */
export type Absences = { of: (kind: ApprovalKind) => Absent[]; roles: readonly Role[] };

type Standing = Substitution & { id: string };

/** What is in force on a day at the project between these two; held until the transaction ends when `hold` is set. */
async function inForce(tx: Tx, projectId: string, byId: string, on: Day, hold: boolean): Promise<Standing[]> {
  const date = dateOf(on);
  if (hold)
    await tx.$queryRaw`SELECT 1 FROM "Substitution" WHERE "projectId" = ${projectId}::uuid AND "byId" = ${byId}::uuid
      AND "endedAt" IS NULL AND ${date}::date BETWEEN "fromOn" AND "untilOn" FOR SHARE`;
  const open = { projectId, endedAt: null, fromOn: { lte: date }, untilOn: { gte: date } };
  const mine = await tx.substitution.findMany({ where: { ...open, byId }, select: { forId: true } });
  if (mine.length === 0) return [];
  // Others that these people named stand in the way where they are for a kind.
  const all = await tx.substitution.findMany({
    where: { ...open, forId: { in: mine.map(({ forId }) => forId) } },
    orderBy: { id: "asc" },
  });
  return all.map((row) => ({
    ...row,
    kind: row.kind as ApprovalKind | null,
    fromOn: dayOf(row.fromOn),
    untilOn: dayOf(row.untilOn),
  }));
}

/** Those in whose place the caller answers requests today, for the inbox. */
export async function listAbsent(tx: Tx, ctx: Ctx, hold = false): Promise<Absences> {
  const on = dayIn(ctx.timeZone, ctx.now);
  const rows = await inForce(tx, ctx.projectId, ctx.actorId, on, hold);
  if (rows.length === 0) return { of: () => [], roles: [] };
  const people = await staffAt(
    tx,
    ctx.projectId,
    rows.map(({ forId }) => forId),
  );
  const of = (kind: ApprovalKind) =>
    standsUnder(rows, ctx.actorId, kind, on).flatMap(({ id, forId }) => {
      const person = people.find((one) => one.id === forId);
      return person ? [{ substitutionId: id, forId, name: person.name, roles: person.roles }] : [];
    });
  return { of, roles: [...new Set(people.flatMap(({ roles }) => roles))] };
}

/** The caller's seat for a slip: his own where the step is his role's, else that of somebody whose step it is. */
export function seatFor(ctx: Ctx, slip: Slip, absent: readonly Absent[]): Seat {
  const own: Seat = { ctx, forId: null, substitutionId: null };
  const awaited = awaitedRole(slip);
  if (!awaited || ctx.roles.includes(awaited)) return own;
  const seats = absent
    .filter(({ roles }) => roles.includes(awaited))
    .map(({ forId, substitutionId, roles }) => ({
      ctx: { ...ctx, roles, permissions: permissionsOf(roles) },
      forId,
      substitutionId,
    }));
  const fits = ({ forId, ctx: { roles } }: Seat) =>
    canDecide(slip, { actorId: ctx.actorId, roles, forId }, { yes: true, reason: "" }, ctx.now).ok;
  return seats.find(fits) ?? seats[0] ?? own;
}
