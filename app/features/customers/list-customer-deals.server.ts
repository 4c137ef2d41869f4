import { may, reachOf } from "~/domain/permission";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { reachedBy } from "./customer-reach.server";

/** The deals that the caller may read: all of the project, or those where they are the consultant. */
export function readableDeals(ctx: Ctx): Prisma.DealWhereInput {
  const reach = reachOf(ctx.permissions, "deal:read");
  if (reach === "scope") return { projectId: ctx.projectId };
  return reach === "own" ? { projectId: ctx.projectId, consultantId: ctx.actorId } : { id: { in: [] } };
}

export type CustomerDeal = Awaited<ReturnType<typeof listCustomerDeals>>[number];

/** The deals of a customer that the caller may read, newest first, with their units; amounts in fen. */
export async function listCustomerDeals(ctx: Ctx, customerId: string) {
  if (!may(ctx.permissions, "deal:read").ok) return [];
  const deals = await db.deal.findMany({
    where: { AND: [readableDeals(ctx), { customer: { AND: [reachedBy(ctx, "customer:read"), { id: customerId }] } }] },
    orderBy: [{ enteredAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      stage: true,
      holdUntil: true,
      enteredAt: true,
      endedAt: true,
      consultant: { select: { name: true } },
      claims: { orderBy: { since: "asc" }, select: { unit: { select: { id: true, label: true } } } },
      subscription: { select: { number: true, dealFen: true, signBy: true } },
      contract: { select: { number: true, priceFen: true } },
    },
  });
  return deals.map(({ claims, subscription, contract, consultant, ...deal }) => ({
    ...deal,
    consultantName: consultant.name,
    units: [...new Map(claims.map(({ unit }) => [unit.id, unit])).values()],
    number: contract?.number ?? subscription?.number ?? null,
    priceFen: contract ? Number(contract.priceFen) : subscription ? Number(subscription.dealFen) : null,
  }));
}
