import type { FactRow } from "~/domain/approval-facts";
import type { AuthorityRole } from "~/domain/authority";
import { dayIn, hoursAfter } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { all, allow, refuse, unless, type Verdict } from "~/domain/refusal";
import type { SpecialRelation } from "~/domain/special-discount";
import { lockApproval, moveApproval, readApproval } from "~/features/approvals/approval.server";
import { onDecision } from "~/features/approvals/on-decision.server";
import { requestApproval } from "~/features/approvals/request-approval.server";
import type { OfferedPlan } from "~/features/pricing/list-plans.server";
import { authorityTable, type DealPrice } from "~/features/pricing/price-deal";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { type LockedDeal, lockDeal } from "./deal-stage.server";
import type { DealUnit } from "./deal-unit.server";
import type { ReadSubscription } from "./read-subscription.server";

const KIND = "SPECIAL_DISCOUNT";

type Asked = {
  deal: LockedDeal;
  unit: DealUnit;
  plan: OfferedPlan;
  price: DealPrice;
  chain: readonly [AuthorityRole, ...AuthorityRole[]];
  relation: SpecialRelation | null;
  reason: string;
};

/** Opens the slip for a price beyond the consultant's authority, with what the approver needs to see. */
export async function askSpecialDiscount(tx: Tx, ctx: Ctx, asked: Asked): Promise<string> {
  const { deal, unit, plan, price, chain } = asked;
  const off = fen(price.schemePrice - price.dealPrice);
  const unsold = await tx.unit.count({
    where: { buildingId: unit.buildingId, releaseState: "RELEASED", claims: { none: { endedAt: null } } },
  });
  const { approvalId } = await requestApproval(tx, ctx, {
    kind: KIND,
    subject: `deal:${deal.id}`,
    dealId: deal.id,
    chain,
    reason: asked.reason,
    expiresAt: hoursAfter(ctx.now, ctx.settings.approvalHours),
    facts: {
      unit: unit.label,
      customer: await customerOf(tx, deal),
      consultant: ctx.actorName,
      plan: plan.name,
      relation: asked.relation ?? "",
      grossCentiares: unit.gross,
      listFen: unit.list,
      schemeFen: price.schemePrice,
      dealFen: price.dealPrice,
      depthPpm: price.depth,
      limitPpm: authorityTable(ctx.settings).CONSULTANT,
      approverLimitPpm: authorityTable(ctx.settings)[chain[0]],
      ...(unit.filed === null ? {} : { filedFen: unit.filed }),
      ...(unit.floor === null ? {} : { floorFen: unit.floor, marginFen: price.dealPrice - unit.floor }),
      ifRepeatedFen: off * unsold,
      steps: price.derivation.steps.map(({ kind, name, change, running }) => ({
        ...{ step: name ?? kind, changeFen: change, runningFen: running },
      })),
      earlier: await approvedBefore(tx, ctx, deal),
      neighbours: await neighbours(tx, unit),
    },
  });
  return approvalId;
}

/** A new draft takes the question about the old one back. */
export async function withdrawSpecialDiscount(tx: Tx, ctx: Ctx, approvalId: string): Promise<void> {
  const slip = await lockApproval(tx, ctx.projectId, approvalId);
  if (slip.status === "PENDING") await moveApproval(tx, slip, "WITHDRAWN", ctx.now);
}

/** Has the price that a draft waits for been approved, and is the approval still good? */
export async function isPriceApproved(tx: Tx, ctx: Ctx, { stored, prices }: ReadSubscription): Promise<Verdict> {
  if (!stored.approvalId) return allow;
  const slip = await readApproval(tx, ctx.projectId, stored.approvalId);
  const lapsed = slip.expiresAt !== null && slip.expiresAt <= ctx.now;
  if (slip.status === "PENDING" && !lapsed) return refuse("approval_awaited");
  const given = (slip.status === "APPROVED" && !lapsed) || slip.status === "USED";
  return all(
    unless(given, "discount_above_authority", { depth: prices.depth }),
    unless(slip.facts.dealFen === prices.deal, "facts_changed"),
  );
}

/** What happens on the answers: the draft goes on by itself, so there is nothing to do but to keep it as it was asked. */
export function answerSpecialDiscounts(): void {
  onDecision(KIND, {
    lock: async (tx, by, slip) => {
      if (slip.dealId) await lockDeal(tx, by, slip.dealId);
    },
    stillTrue: async (tx, _ctx, slip) => {
      const draft = await tx.subscription.findFirst({ where: { approvalId: slip.id, deal: { stage: "HELD" } } });
      return unless(draft !== null && Number(draft.dealFen) === slip.facts.dealFen, "facts_changed");
    },
    approved: async () => undefined,
    rejected: async () => undefined,
  });
}

async function customerOf(tx: Tx, { id }: LockedDeal): Promise<string> {
  const { customer } = await tx.deal.findUniqueOrThrow({
    where: { id },
    select: { customer: { select: { person: { select: { name: true } } } } },
  });
  return customer.person.name;
}

/** The latest yes to questions of the same consultant, or about the same customer. */
async function approvedBefore(tx: Tx, ctx: Ctx, { customerId }: LockedDeal): Promise<FactRow[]> {
  const deals = await tx.deal.findMany({ where: { customerId }, select: { id: true } });
  const asked = [{ requestedById: ctx.actorId }, { dealId: { in: deals.map(({ id }) => id) } }];
  const slips = await tx.approval.findMany({
    where: { projectId: ctx.projectId, kind: KIND, status: { in: ["APPROVED", "USED"] }, OR: asked },
    orderBy: [{ closedAt: "desc" }, { id: "desc" }],
    take: 5,
  });
  return slips.map(({ facts, closedAt }) => {
    const { unit, customer, dealFen, depthPpm } = facts as FactRow;
    return {
      ...(unit === undefined ? {} : { unit }),
      ...(customer === undefined ? {} : { customer }),
      ...(dealFen === undefined ? {} : { dealFen }),
      ...(depthPpm === undefined ? {} : { depthPpm }),
      ...(closedAt === null ? {} : { decidedOn: dayIn(ctx.timeZone, closedAt) }),
    };
  });
}

/** Homes of the same building on the floors around, with their list prices and what they were sold at. */
async function neighbours(tx: Tx, unit: DealUnit): Promise<FactRow[]> {
  const units = await tx.unit.findMany({
    where: {
      buildingId: unit.buildingId,
      id: { not: unit.unitId },
      floorNo: { gte: unit.floorNo - 1, lte: unit.floorNo + 1 },
      listFen: { not: null },
    },
    include: { claims: { where: { endedAt: null }, include: { deal: { include: { subscription: true } } } } },
    orderBy: [{ floorNo: "asc" }, { number: "asc" }],
    take: 8,
  });
  return units.map(({ label, grossCentiares, listFen, claims }) => {
    const sold = claims[0]?.deal?.subscription?.dealFen;
    return {
      unit: label,
      grossCentiares,
      listFen: Number(listFen),
      ...(sold === undefined ? {} : { dealFen: Number(sold) }),
    };
  });
}
