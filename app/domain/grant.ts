import { type Role, rolesConflict } from "./permission";
import { all, unless, type Verdict } from "./refusal";

/** Where a role is given; it reaches everything below. Departments and teams are reached through their project. */
export const GRANT_SCOPES = ["COMPANY", "BRANCH", "PROJECT"] as const;
export type GrantScope = (typeof GRANT_SCOPES)[number];

type Giver = { actorId: string };
type Holder = { id: string; roles: readonly Role[] };

/** Nobody changes his own grants, and some posts are never one person's. */
export function mayGive(giver: Giver, holder: Holder, role: Role): Verdict {
  return all(unless(giver.actorId !== holder.id, "own_grant"), rolesConflict([...holder.roles, role]));
}

/** Nobody ends his own grants, and an administrator of the company always remains. */
export function mayEnd(giver: Giver, holder: { id: string }, administratorsLeft: number): Verdict {
  return all(unless(giver.actorId !== holder.id, "own_grant"), unless(administratorsLeft > 0, "last_administrator"));
}
