import { authorityOf, NO_APPROVAL } from "~/domain/authority";
import { dayIn } from "~/domain/calendar";
import type { DealTerms } from "~/domain/deal-terms";
import { EARNEST_ITEM } from "~/domain/earnest-item";
import { dueDay } from "~/domain/payment-plan";
import { demand, Refused, unless } from "~/domain/refusal";
import { canSignSubscription, payByOf } from "~/domain/subscription";
import { canMove } from "~/domain/transition";
import { useApproval as spendApproval } from "~/features/approvals/use-approval.server";
import { createReceivables } from "~/features/finance/create-receivables.server";
import { sellerOfDeal } from "~/features/finance/seller-of-deal.server";
import { authorityTable } from "~/features/pricing/price-deal";
import { boundsOf } from "~/features/pricing/price-home.server";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { readHolidays } from "~/platform/holidays.server";
import { type ChangedDeal, changeDeal, type DealInput } from "./change-deal.server";
import { buyersOf } from "./deal-buyers.server";
import { type LockedDeal, touchDeal } from "./deal-stage.server";
import { type DealUnit, unitOfDeal } from "./deal-unit.server";
import { makeEffectiveIfPaid } from "./make-effective.server";
import { type ReadSubscription, readSubscription, storedSchedule } from "./read-subscription.server";
import { isPriceApproved } from "./special-discount.server";

/**
 * The manager signs: the terms still hold, the schedule becomes owed, and the earnest money has so many hours. Three
 * different people draft, confirm and sign.
 */
export function signSubscription(ctx: Ctx, input: DealInput): Promise<ChangedDeal> {
  return changeDeal(ctx, input, "deal:sign_subscription", async (tx, deal) => {
    demand(canMove("deal", "sign_subscription", deal.stage));
    const subscription = await readSubscription(tx, deal.id);
    if (!subscription) throw new Refused({ code: "unit_not_confirmed" });
    const unit = await unitOfDeal(tx, ctx, deal.id);
    const terms = await termsOf(tx, ctx, deal, unit, subscription);
    demand(canSignSubscription({ stage: deal.stage, subscription: subscription.rule }, terms, ctx.actorId));
    demand(unless(subscription.stored.unitConfirmedById !== ctx.actorId, "same_hand"));
    demand(unless(unit.list === subscription.prices.list, "list_price_changed"));
    demand(await isPriceApproved(tx, ctx, subscription));
    await sign(tx, ctx, deal, subscription);
    return (await makeEffectiveIfPaid(tx, ctx, deal.id)) ? "RESERVED" : "HELD";
  });
}

async function termsOf(
  tx: Tx,
  ctx: Ctx,
  deal: LockedDeal,
  unit: DealUnit,
  { stored, prices }: ReadSubscription,
): Promise<DealTerms> {
  const { ownershipForm } = await tx.deal.findUniqueOrThrow({ where: { id: deal.id } });
  const approved = stored.approvalId !== null;
  return {
    price: prices.deal,
    bounds: boundsOf(unit, prices.scheme, ctx),
    authority: authorityOf(["CONSULTANT"], authorityTable(ctx.settings)),
    approval: approved ? { depth: prices.depth, belowFloor: await saidByGm(tx, stored.approvalId) } : NO_APPROVAL,
    schedule: storedSchedule(stored.schedule),
    ownershipForm,
    buyers: await buyersOf(tx, deal.id),
    eligible: stored.eligible || ctx.settings.eligibilityGuard === "WARN",
  };
}

async function saidByGm(tx: Tx, approvalId: string | null): Promise<boolean> {
  if (!approvalId) return false;
  return (await tx.approvalDecision.count({ where: { approvalId, role: "GM", yes: true } })) > 0;
}

async function sign(tx: Tx, ctx: Ctx, deal: LockedDeal, { stored }: ReadSubscription): Promise<void> {
  const payBy = payByOf(ctx.now, ctx.settings.payByHours);
  if (stored.approvalId) {
    await spendApproval(tx, ctx, {
      approvalId: stored.approvalId,
      kind: "SPECIAL_DISCOUNT",
      subject: `deal:${deal.id}`,
    });
  }
  await tx.subscription.update({
    where: { dealId: deal.id },
    data: { signedById: ctx.actorId, signedAt: ctx.now, payBy },
  });
  // The unit stays held for as long as the earnest money may come.
  await touchDeal(tx, deal, { holdUntil: payBy });
  await record(tx, ctx, {
    action: "subscription.signed",
    subject: `deal:${deal.id}`,
    after: { number: stored.number, payBy: payBy.toISOString() },
  });
  const events = { on: { RESERVATION: dayIn(ctx.timeZone, ctx.now) }, holidays: await readHolidays(tx) };
  const lines = storedSchedule(stored.schedule).map(({ item, due, amount, loan }) => ({
    item: item ?? EARNEST_ITEM,
    due,
    dueOn: dueDay(due, events),
    amount,
    loan,
  }));
  await createReceivables(tx, ctx, { dealId: deal.id, sellerId: await sellerOfDeal(tx, ctx, deal.id), lines });
}
