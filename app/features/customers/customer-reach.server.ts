import { isInPool, type Ownership } from "~/domain/ownership";
import { type Permission, reachOf } from "~/domain/permission";
import { Refused } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";

/** The customers that a right of the caller reaches: all of the project, own ones, or none. */
export function reachedBy(ctx: Ctx, needed: Permission): Prisma.ProjectCustomerWhereInput {
  const reach = reachOf(ctx.permissions, needed);
  const inProject = { projectId: ctx.projectId, archivedAt: null };
  if (reach === "scope") return inProject;
  return reach === "own" ? { ...inProject, ownerId: ctx.actorId } : { id: { in: [] } };
}

/** The same in SQL, about the customer `c`. */
export function withinReach(ctx: Ctx, needed: Permission): Prisma.Sql {
  const reach = reachOf(ctx.permissions, needed);
  const inProject = Prisma.sql`c."projectId" = ${ctx.projectId}::uuid AND c."archivedAt" IS NULL`;
  if (reach === "scope") return inProject;
  return reach === "own" ? Prisma.sql`${inProject} AND c."ownerId" = ${ctx.actorId}::uuid` : Prisma.sql`false`;
}

export type LockedCustomer = Ownership & {
  id: string;
  personId: string;
  ownerName: string;
  version: number;
};

/**
 * Holds a customer of the project until the transaction ends. Another project's is not found, and not locked. Its facts
 * are read by a second statement: the first, where it had to wait, would still see the owner of before.
 */
export async function lockCustomer(tx: Tx, ctx: Ctx, customerId: string): Promise<LockedCustomer> {
  await tx.$queryRaw`
    SELECT id FROM "ProjectCustomer" WHERE id = ${customerId}::uuid AND "projectId" = ${ctx.projectId}::uuid FOR UPDATE`;
  const [customer] = await tx.$queryRaw<LockedCustomer[]>`
    SELECT c.id, c."personId", c."ownerId", c."ownedSince", c."lastFollowUpAt", c.version,
      coalesce(u.name, '') AS "ownerName", u."disabledAt" IS NULL AS "ownerActive",
      c.stage IN ('COMMITTED', 'BUYER') OR EXISTS (
        SELECT 1 FROM "Deal" d WHERE d."customerId" = c.id AND d.stage IN ('HELD', 'RESERVED', 'CONTRACTED')) AS buying
    FROM "ProjectCustomer" c LEFT JOIN "User" u ON u.id = c."ownerId"
    WHERE c.id = ${customerId}::uuid AND c."projectId" = ${ctx.projectId}::uuid AND c."archivedAt" IS NULL`;
  if (!customer) throw new Refused({ code: (await isErased(tx, ctx, customerId)) ? "person_erased" : "not_found" });
  return customer;
}

async function isErased(tx: Tx, { projectId }: Ctx, id: string): Promise<boolean> {
  return (await tx.projectCustomer.count({ where: { id, projectId, person: { erasedAt: { not: null } } } })) > 0;
}

/** The same for one that this right of the caller reaches; one beyond it is not found either. */
export async function lockReached(tx: Tx, ctx: Ctx, customerId: string, needed: Permission): Promise<LockedCustomer> {
  const customer = await lockCustomer(tx, ctx, customerId);
  const reach = reachOf(ctx.permissions, needed);
  if (reach !== "scope" && !(reach === "own" && customer.ownerId === ctx.actorId))
    throw new Refused({ code: "not_found" });
  return customer;
}

/** Is the customer free to be claimed, by the project's days of protection? */
export function inPool(ctx: Ctx, customer: Ownership): boolean {
  return isInPool(customer, ctx.settings.ownershipDays, ctx.now);
}
