import type { ApprovalKind } from "./approval";
import type { Day } from "./calendar";
import { may, permissionsOf, type Role, rolesConflict } from "./permission";
import { all, refuse, unless, type Verdict } from "./refusal";

/** Somebody answers approvals in somebody's place, both days included. Kind null: all that have no substitute of their own. */
export type Substitution = {
  forId: string;
  byId: string;
  kind: ApprovalKind | null;
  fromOn: Day;
  untilOn: Day;
  endedAt: Date | null;
};

export const SUBSTITUTION_STATES = ["COMING", "IN_FORCE", "OVER", "ENDED"] as const;
export type SubstitutionState = (typeof SUBSTITUTION_STATES)[number];

type Person = { id: string; roles: readonly Role[] };
type Setter = { actorId: string; roles: readonly Role[] };
type Days = { fromOn: Day; untilOn: Day };

// Who leads whom on the sales floor; the books answer to nobody there.
const RANKS: readonly Role[] = ["CONTROLLER", "MANAGER", "DIRECTOR", "GM"];

/** The roles by which a person answers approvals. */
export function approvingRoles(roles: readonly Role[]): Role[] {
  return roles.filter((role) => may(permissionsOf([role]), "approval:approve").ok);
}

export function substitutionState(
  { fromOn, untilOn, endedAt }: Days & { endedAt: Date | null },
  on: Day,
): SubstitutionState {
  if (endedAt) return "ENDED";
  if (on < fromOn) return "COMING";
  return on > untilOn ? "OVER" : "IN_FORCE";
}

/**
 * The substitutions under which this person answers a request of this kind on this day. A substitute named for the
 * kind goes before the one for everything. Only what was handed to the person himself counts: nothing is passed on.
 */
export function standsUnder<Row extends Substitution>(
  rows: readonly Row[],
  byId: string,
  kind: ApprovalKind,
  on: Day,
): Row[] {
  const inForce = rows.filter((row) => substitutionState(row, on) === "IN_FORCE" && (row.kind ?? kind) === kind);
  const named = new Set(inForce.filter((row) => row.kind === kind).map(({ forId }) => forId));
  return inForce.filter((row) => row.byId === byId && (row.kind === kind || !named.has(row.forId)));
}

/** May this person set a substitute for somebody, or end it? For himself, or as who leads him or administers the people. */
export function maySetFor(setter: Setter, absent: Person): Verdict {
  if (setter.actorId === absent.id) return unless(approvingRoles(setter.roles).length > 0, "nothing_to_substitute");
  const held = permissionsOf(setter.roles);
  if (may(held, "user:grant").ok) return { ok: true };
  if (!may(held, "staff:manage").ok) return refuse("not_permitted", { needed: "staff:manage" });
  const reach = Math.max(...setter.roles.map(rankOf));
  const below = approvingRoles(absent.roles).every((role) => rankOf(role) >= 0 && rankOf(role) <= reach);
  return unless(below, "absent_above_you");
}

/**
 * May this substitute be set? He answers approvals himself, nobody takes somebody else's for himself, and what the law
 * keeps apart (会计法 37) does not meet in one person by way of a substitution.
 */
export function canSubstitute(setter: Setter, absent: Person, substitute: Person, days: Days, today: Day): Verdict {
  const handed = approvingRoles(absent.roles);
  return all(
    unless(absent.id !== substitute.id, "substitute_self"),
    maySetFor(setter, absent),
    unless(setter.actorId !== substitute.id, "substitute_chosen_by_himself"),
    unless(handed.length > 0, "nothing_to_substitute"),
    unless(approvingRoles(substitute.roles).length > 0, "substitute_no_approver"),
    rolesConflict([...substitute.roles, ...handed]),
    unless(days.fromOn >= today, "date_past"),
    unless(days.untilOn >= days.fromOn, "days_reversed"),
  );
}

function rankOf(role: Role): number {
  return RANKS.indexOf(role);
}
