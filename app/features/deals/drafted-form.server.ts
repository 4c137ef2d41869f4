import { fen, yuanFromFen } from "~/domain/money";
import { percentFromPpm, ppm } from "~/domain/rate";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** A drafted subscription as its form was filled in, for who drafts it anew; null before the first draft. */
export async function draftedForm(ctx: Ctx, dealId: string) {
  const deal = await db.deal.findFirst({
    where: { id: dealId, projectId: ctx.projectId },
    include: { subscription: true, buyers: { orderBy: { position: "asc" } } },
  });
  if (!deal?.subscription) return null;
  const { schemeFen, dealFen, earnestFen, eligible, ...stored } = deal.subscription;
  const customers = await db.projectCustomer.findMany({
    where: { projectId: ctx.projectId, personId: { in: deal.buyers.map(({ personId }) => personId) } },
    select: { id: true, personId: true },
  });
  return {
    ownershipForm: deal.ownershipForm ?? "",
    buyers: deal.buyers.map(({ personId, sharePpm }) => ({
      customerId: customers.find((customer) => customer.personId === personId)?.id ?? "",
      share: sharePpm === null ? "" : percentFromPpm(ppm(sharePpm)),
    })),
    schemeIds: stored.schemeIds,
    planId: stored.planId,
    specialOff: dealFen < schemeFen ? yuanFromFen(fen(schemeFen - dealFen)) : "",
    relation: stored.specialRelation,
    reason: stored.specialReason,
    earnest: yuanFromFen(fen(earnestFen)),
    eligible: eligible ? "on" : "",
    eligibilityNote: stored.eligibilityNote,
  };
}
