import { may } from "~/domain/permission";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { DealStage, DocumentKind, InteractionKind, OwnershipKind } from "~/platform/prisma/enums";
import { maybeDayOf } from "~/platform/stored-day.server";
import { reachedBy } from "./customer-reach.server";
import { readableDeals } from "./list-customer-deals.server";

type At = { id: string; at: Date; by: string | null };

/** One thing that happened with a customer. Amounts in fen. */
export type TimelineItem =
  | (At & { type: "INTERACTION"; kind: InteractionKind; reached: boolean; text: string; nextOn: string | null })
  | (At & { type: "OWNERSHIP"; kind: OwnershipKind; from: string | null; to: string | null; reason: string })
  | (At & { type: "DEAL"; event: DealEvent; dealId: string; unit: string; stage: DealStage })
  | (At & { type: "DOCUMENT"; kind: DocumentKind; number: string; dealId: string })
  | (At & { type: "RECEIPT"; number: string; amountFen: number; dealId: string });
export type DealEvent = "OPENED" | "SUBSCRIBED" | "EFFECTIVE" | "CONTRACTED" | "ENDED";

const MOST = 200;

/** Everything that happened with a customer as far as the caller may read it, newest first. */
export async function listTimeline(ctx: Ctx, customerId: string): Promise<TimelineItem[]> {
  const [interactions, ownership, deals, documents, receipts] = await Promise.all([
    interactionItems(ctx, customerId),
    ownershipItems(ctx, customerId),
    dealItems(ctx, customerId),
    documentItems(ctx, customerId),
    receiptItems(ctx, customerId),
  ]);
  return [...interactions, ...ownership, ...deals, ...documents, ...receipts]
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, MOST);
}

async function interactionItems(ctx: Ctx, id: string): Promise<TimelineItem[]> {
  const rows = await db.interaction.findMany({
    where: { customer: { AND: [reachedBy(ctx, "interaction:read"), { id }] } },
    orderBy: { at: "desc" },
    take: MOST,
    include: { by: { select: { name: true } } },
  });
  return rows.map(({ id, at, kind, reached, text, nextOn, by }) => {
    return { type: "INTERACTION", id, at, by: by.name, kind, reached, text, nextOn: maybeDayOf(nextOn) };
  });
}

async function ownershipItems(ctx: Ctx, id: string): Promise<TimelineItem[]> {
  const rows = await db.ownershipChange.findMany({
    where: { customer: { AND: [reachedBy(ctx, "customer:read"), { id }] } },
    orderBy: { at: "desc" },
    take: MOST,
  });
  const ids = rows.flatMap(({ fromId, toId, byId }) => [fromId, toId, byId]).filter((one) => one !== null);
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (one: string | null) => users.find(({ id }) => id === one)?.name ?? null;
  return rows.map(({ id, at, kind, fromId, toId, byId, reason }) => {
    return { type: "OWNERSHIP", id, at, by: nameOf(byId), kind, from: nameOf(fromId), to: nameOf(toId), reason };
  });
}

async function dealItems(ctx: Ctx, customerId: string): Promise<TimelineItem[]> {
  const deals = await db.deal.findMany({
    where: dealsOf(ctx, customerId),
    include: {
      consultant: { select: { name: true } },
      claims: { orderBy: { since: "asc" }, take: 1, select: { unit: { select: { label: true } } } },
      subscription: { select: { signedAt: true, effectiveAt: true } },
      contract: { select: { enteredAt: true } },
    },
  });
  return deals.flatMap(({ id, stage, consultant, claims, subscription, contract, enteredAt, endedAt }) => {
    const moments: [DealEvent, Date | null | undefined][] = [
      ["OPENED", enteredAt],
      ["SUBSCRIBED", subscription?.signedAt],
      ["EFFECTIVE", subscription?.effectiveAt],
      ["CONTRACTED", contract?.enteredAt],
      ["ENDED", endedAt],
    ];
    const deal = { type: "DEAL" as const, by: consultant.name, dealId: id, unit: claims[0]?.unit.label ?? "", stage };
    return moments.flatMap(([event, at]) => (at ? [{ ...deal, id: `${id}:${event}`, at, event }] : []));
  });
}

async function documentItems(ctx: Ctx, customerId: string): Promise<TimelineItem[]> {
  if (!may(ctx.permissions, "document:read").ok) return [];
  const rows = await db.dealDocument.findMany({ where: { deal: dealsOf(ctx, customerId) }, take: MOST });
  return rows.map(({ id, enteredAt: at, kind, number, dealId }) => {
    return { type: "DOCUMENT", id, at, by: null, kind, number, dealId };
  });
}

async function receiptItems(ctx: Ctx, customerId: string): Promise<TimelineItem[]> {
  if (!may(ctx.permissions, "receipt:read").ok) return [];
  const rows = await db.receipt.findMany({
    where: { deal: dealsOf(ctx, customerId) },
    take: MOST,
    include: { recordedBy: { select: { name: true } } },
  });
  return rows.map(({ id, recordedAt: at, recordedBy, number, amountFen, dealId }) => {
    return { type: "RECEIPT", id, at, by: recordedBy.name, number, amountFen: Number(amountFen), dealId };
  });
}

function dealsOf(ctx: Ctx, id: string) {
  return { AND: [readableDeals(ctx), { customer: { AND: [reachedBy(ctx, "customer:read"), { id }] } }] };
}
