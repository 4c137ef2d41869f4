import type { GrantScope } from "~/domain/grant";
import { may, type Role } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

export type GrantView = {
  id: string;
  role: Role;
  scope: GrantScope | "DEPARTMENT" | "TEAM";
  place: string | null;
  partner: string | null;
  since: Date;
};

/** One person's sign-in with grants in force, lock and open sessions; null where there is none. */
export async function getPerson(ctx: CompanyCtx, userId: string) {
  demand(may(ctx.permissions, "user:read"));
  const named = { select: { name: true } };
  const user = await db.user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      login: true,
      name: true,
      personId: true,
      createdAt: true,
      disabledAt: true,
      grants: {
        where: { endedAt: null },
        include: { branch: named, project: named, department: named, team: named, partner: named },
        orderBy: { id: "asc" },
      },
      _count: { select: { sessions: { where: { endedAt: null, expiresAt: { gt: ctx.now } } } } },
    },
  });
  if (!user) return null;
  const lock = user.login ? await db.signInLock.findUnique({ where: { name: user.login } }) : null;
  const { _count, grants, ...facts } = user;
  return {
    ...facts,
    sessions: _count.sessions,
    lockedUntil: lock?.lockedUntil && lock.lockedUntil > ctx.now ? lock.lockedUntil : null,
    grants: grants.map(
      ({ id, role, scope, branch, project, department, team, partner, grantedAt }): GrantView => ({
        id,
        role,
        scope,
        place: (branch ?? project ?? department ?? team)?.name ?? null,
        partner: partner?.name ?? null,
        since: grantedAt,
      }),
    ),
  };
}

/** Where a role can be given, and the partners that some roles belong to. */
export async function listGrantPlaces() {
  const [branches, projects, partners] = await Promise.all([
    db.branch.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
    db.project.findMany({ where: { archivedAt: null }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
    db.partner.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  return { branches, projects, partners };
}
