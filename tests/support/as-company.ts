import { permissionsOf, type Role } from "~/domain/permission";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { NOW } from "./given";

/** A member of staff with this role on the company as a whole, as a command sees them. */
export async function asCompany(role: Role, over: { now?: Date } = {}): Promise<CompanyCtx> {
  const user = await db.user.create({
    data: {
      login: `${role}-${newId()}`.toLowerCase(),
      name: role,
      createdAt: NOW,
      grants: { create: { role, scope: "COMPANY", grantedAt: NOW } },
    },
  });
  return {
    actorId: user.id,
    actorName: user.name,
    personId: null,
    sessionId: null,
    locale: "zh-CN",
    requestId: newId(),
    now: over.now ?? NOW,
    roles: [role],
    permissions: permissionsOf([role]),
  };
}
