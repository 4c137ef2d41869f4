import type { Erasable } from "~/domain/erasure";
import { permissionsOf, reachOf } from "~/domain/permission";
import { demand, unless } from "~/domain/refusal";
import { KEEPS, LAST_CONTACT } from "~/features/projects/retention-over";
import { rolesAt } from "~/platform/caller.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";

/** What speaks for and against erasing the person of a customer, at every project that knows the person. */
export async function erasureStanding(tx: Pick<Tx, "$queryRaw">, customerId: string): Promise<Erasable> {
  const keeps = Object.entries(KEEPS).map(([name, sql]) => Prisma.raw(`${sql} AS "${name}"`));
  const [standing] = await tx.$queryRaw<[Erasable]>`
    SELECT ${Prisma.raw(LAST_CONTACT)} AS "lastContactAt", ${Prisma.join(keeps, ", ")}
    FROM "ProjectCustomer" c WHERE c.id = ${customerId}::uuid`;
  return standing;
}

/** Refuses erase_beyond_reach where another project knows the person and the caller may not erase there. */
export async function demandReachesAll(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  const elsewhere = await tx.projectCustomer.findMany({
    where: { personId, projectId: { not: ctx.projectId } },
    select: { project: { select: { id: true, branchId: true } } },
  });
  if (elsewhere.length === 0) return;
  const grants = await tx.grant.findMany({ where: { userId: ctx.actorId, endedAt: null } });
  const reached = elsewhere.every(
    ({ project }) => reachOf(permissionsOf(rolesAt(grants, project)), "customer:erase") === "scope",
  );
  demand(unless(reached, "erase_beyond_reach"));
}
