import type { ApprovalKind } from "~/domain/approval";
import { addDays, type Day, dayIn } from "~/domain/calendar";
import type { Role } from "~/domain/permission";
import { approvingRoles, maySetFor, type SubstitutionState, substitutionState } from "~/domain/substitution";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { dateOf, dayOf } from "~/platform/stored-day.server";
import { type Approver, approversAt } from "./approvers.server";

export type SubstitutionView = {
  id: string;
  absent: string;
  substitute: string;
  kind: ApprovalKind | null;
  fromOn: Day;
  untilOn: Day;
  reason: string;
  setBy: string;
  state: SubstitutionState;
  /** How many requests were answered under it. */
  answered: number;
  /** May the caller end it? */
  endable: boolean;
};

export type SubstitutionsView = {
  rows: SubstitutionView[];
  /** For whom the caller may set a substitute. */
  absents: PersonLine[];
  substitutes: PersonLine[];
  self: string | null;
  today: Day;
};
type PersonLine = { id: string; name: string; roles: readonly Role[] };

const SHOWN_AFTER_DAYS = 60;

/** The caller's own substitutions, given and taken, and those of everybody for whom he may set one; lately over ones too. */
export async function listSubstitutions(ctx: Ctx): Promise<SubstitutionsView> {
  const today = dayIn(ctx.timeZone, ctx.now);
  const people = await approversAt(db, ctx.projectId);
  const absents = people.filter((person) => maySetFor(ctx, person).ok);
  const reach = absents.map(({ id }) => id);
  const rows = await db.substitution.findMany({
    where: {
      projectId: ctx.projectId,
      untilOn: { gte: dateOf(addDays(today, -SHOWN_AFTER_DAYS)) },
      OR: [{ forId: { in: [...reach, ctx.actorId] } }, { byId: ctx.actorId }],
    },
    include: {
      for: { select: { name: true } },
      by: { select: { name: true } },
      setBy: { select: { name: true } },
      _count: { select: { decisions: true } },
    },
    orderBy: [{ fromOn: "desc" }, { id: "desc" }],
    take: 200,
  });
  return {
    rows: rows.map(({ for: absent, by, setBy, _count, ...row }) => {
      const days = { fromOn: dayOf(row.fromOn), untilOn: dayOf(row.untilOn) };
      const state = substitutionState({ ...days, endedAt: row.endedAt }, today);
      const open = state === "COMING" || state === "IN_FORCE";
      return {
        id: row.id,
        absent: absent.name,
        substitute: by.name,
        kind: row.kind as ApprovalKind | null,
        ...days,
        reason: row.reason,
        setBy: setBy.name,
        state,
        answered: _count.decisions,
        endable: open && (row.byId === ctx.actorId || reach.includes(row.forId)),
      };
    }),
    absents: absents.map(lineOf),
    substitutes: people.filter(({ id }) => id !== ctx.actorId).map(lineOf),
    self: approvingRoles(ctx.roles).length > 0 ? ctx.actorId : null,
    today,
  };
}

function lineOf({ id, name, roles }: Approver): PersonLine {
  return { id, name, roles };
}
