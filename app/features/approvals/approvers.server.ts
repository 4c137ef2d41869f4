import type { Role } from "~/domain/permission";
import { approvingRoles } from "~/domain/substitution";
import { rolesAt } from "~/platform/caller.server";
import type { Tx } from "~/platform/db.server";

export type Approver = { id: string; name: string; roles: Role[] };

const grants = {
  where: { endedAt: null },
  include: {
    department: { select: { projectId: true } },
    team: { select: { department: { select: { projectId: true } } } },
  },
} as const;

/** Staff whose grants reach the project, with their roles there; of some people, or of everybody. */
export async function staffAt(tx: Tx, projectId: string, ids?: readonly string[]): Promise<Approver[]> {
  const project = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { id: true, branchId: true },
  });
  const users = await tx.user.findMany({
    where: { disabledAt: null, personId: null, ...(ids && { id: { in: [...ids] } }) },
    select: { id: true, name: true, grants },
    orderBy: { id: "asc" },
  });
  return users.flatMap(({ id, name, grants: held }) => {
    const reaching = held.map((grant) => ({
      ...grant,
      projectId: grant.projectId ?? grant.department?.projectId ?? grant.team?.department.projectId ?? null,
    }));
    const roles = rolesAt(reaching, project);
    return roles.length > 0 ? [{ id, name, roles }] : [];
  });
}

/** Everybody who answers approvals on the project, with the roles by which they do. */
export async function approversAt(tx: Tx, projectId: string): Promise<Approver[]> {
  const staff = await staffAt(tx, projectId);
  return staff
    .map((one) => ({ ...one, roles: approvingRoles(one.roles) }))
    .filter(({ roles }) => roles.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}
