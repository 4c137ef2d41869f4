import { z } from "zod";
import { may } from "~/domain/permission";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { DealStage, DocumentKind, InteractionKind, OwnershipKind } from "~/platform/prisma/enums";
import { withinReach } from "./customer-reach.server";
import { listCustomerDeals, readableDeals } from "./list-customer-deals.server";

type At = { id: string; at: Date; by: string | null };

/** One thing that happened with a customer. Amounts in fen. */
export type TimelineItem =
  | (At & { type: "INTERACTION"; kind: InteractionKind; reached: boolean; text: string; nextOn: string | null })
  | (At & { type: "OWNERSHIP"; kind: OwnershipKind; from: string | null; to: string | null; reason: string })
  | (At & { type: "DEAL"; event: DealEvent; dealId: string; unit: string; stage: DealStage })
  | (At & { type: "DOCUMENT"; kind: DocumentKind; number: string; dealId: string })
  | (At & { type: "RECEIPT"; number: string; amountFen: number; dealId: string });
export type DealEvent = "OPENED" | "SUBSCRIBED" | "EFFECTIVE" | "CONTRACTED" | "ENDED";

const PAGE = 100;
const instant = z.iso.datetime();

/**
 * What happened with a customer as far as the caller may read it, newest first: a page of what was before an instant,
 * and the instant before which there is more. What happened at one instant stays on one page.
 */
export async function listTimeline(ctx: Ctx, customerId: string, after: string | null = null, page = PAGE) {
  const before = new Date(instant.safeParse(after).data ?? FOREVER);
  const asked = { customerId, before, most: page + 1 };
  const kinds = [interactionItems, ownershipItems, dealItems, documentItems, receiptItems];
  const found = (await Promise.all(kinds.map((kind) => kind(ctx, asked)))).flat();
  const items = found.toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
  const last = items[page - 1]?.at.getTime() ?? 0;
  const shown = items.filter(({ at }, index) => index < page || at.getTime() === last);
  return { items: shown, next: items.length > page ? new Date(last).toISOString() : null };
}

const FOREVER = "9999-01-01T00:00:00Z";
type Asked = { customerId: string; before: Date; most: number };

type Interaction = Omit<Extract<TimelineItem, { type: "INTERACTION" }>, "type">;

async function interactionItems(ctx: Ctx, { customerId, before, most }: Asked): Promise<TimelineItem[]> {
  const rows = await db.$queryRaw<Interaction[]>`
    SELECT i.id, i.at, u.name AS by, i.kind::text AS kind, i.reached, i.text, i."nextOn"::text AS "nextOn"
    FROM "Interaction" i JOIN "ProjectCustomer" c ON c.id = i."customerId" JOIN "User" u ON u.id = i."byId"
    WHERE c.id = ${customerId}::uuid AND ${withinReach(ctx, "interaction:read")} AND i.at < ${before}
    ORDER BY i.at DESC FETCH FIRST (${most}) ROWS WITH TIES`;
  return rows.map((row) => ({ type: "INTERACTION", ...row }));
}

type Ownership = Omit<Extract<TimelineItem, { type: "OWNERSHIP" }>, "type">;

async function ownershipItems(ctx: Ctx, { customerId, before, most }: Asked): Promise<TimelineItem[]> {
  const rows = await db.$queryRaw<Ownership[]>`
    SELECT o.id, o.at, b.name AS by, o.kind::text AS kind, f.name AS "from", t.name AS "to", o.reason
    FROM "OwnershipChange" o JOIN "ProjectCustomer" c ON c.id = o."customerId" LEFT JOIN "User" b ON b.id = o."byId"
      LEFT JOIN "User" f ON f.id = o."fromId" LEFT JOIN "User" t ON t.id = o."toId"
    WHERE c.id = ${customerId}::uuid AND ${withinReach(ctx, "customer:read")} AND o.at < ${before}
    ORDER BY o.at DESC FETCH FIRST (${most}) ROWS WITH TIES`;
  return rows.map((row) => ({ type: "OWNERSHIP", ...row }));
}

async function dealItems(ctx: Ctx, { customerId, before }: Asked): Promise<TimelineItem[]> {
  const deals = await listCustomerDeals(ctx, customerId);
  return deals.flatMap(({ id, stage, consultantName, units, ...moments }) => {
    const events: [DealEvent, Date | null][] = [
      ["OPENED", moments.enteredAt],
      ["SUBSCRIBED", moments.signedAt],
      ["EFFECTIVE", moments.effectiveAt],
      ["CONTRACTED", moments.contractedAt],
      ["ENDED", moments.endedAt],
    ];
    const deal = { type: "DEAL" as const, by: consultantName, dealId: id, unit: units[0]?.label ?? "", stage };
    return events.flatMap(([event, at]) => (at && at < before ? [{ ...deal, id: `${id}:${event}`, at, event }] : []));
  });
}

type Paper = Omit<Extract<TimelineItem, { type: "DOCUMENT" }>, "type" | "by">;

async function documentItems(ctx: Ctx, { customerId, before, most }: Asked): Promise<TimelineItem[]> {
  if (!may(ctx.permissions, "document:read").ok) return [];
  const rows = await db.$queryRaw<Paper[]>`
    SELECT p.id, p."enteredAt" AS at, p.kind::text AS kind, p.number, p."dealId"
    FROM "DealDocument" p JOIN "Deal" d ON d.id = p."dealId" JOIN "ProjectCustomer" c ON c.id = d."customerId"
    WHERE ${readableDeals(ctx, customerId)} AND p."enteredAt" < ${before}
    ORDER BY at DESC FETCH FIRST (${most}) ROWS WITH TIES`;
  return rows.map((row) => ({ type: "DOCUMENT", by: null, ...row }));
}

type Received = Omit<Extract<TimelineItem, { type: "RECEIPT" }>, "type" | "amountFen"> & { amountFen: bigint };

async function receiptItems(ctx: Ctx, { customerId, before, most }: Asked): Promise<TimelineItem[]> {
  if (!may(ctx.permissions, "receipt:read").ok) return [];
  const rows = await db.$queryRaw<Received[]>`
    SELECT r.id, r."recordedAt" AS at, u.name AS by, r.number, r."amountFen", r."dealId"
    FROM "Receipt" r JOIN "Deal" d ON d.id = r."dealId" JOIN "ProjectCustomer" c ON c.id = d."customerId"
      JOIN "User" u ON u.id = r."recordedById"
    WHERE ${readableDeals(ctx, customerId)} AND r."recordedAt" < ${before}
    ORDER BY at DESC FETCH FIRST (${most}) ROWS WITH TIES`;
  return rows.map(({ amountFen, ...row }) => ({ type: "RECEIPT", ...row, amountFen: Number(amountFen) }));
}
