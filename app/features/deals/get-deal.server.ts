import { dayIn } from "~/domain/calendar";
import { firstPaymentOf } from "~/domain/payment-plan";
import { askReachOf, may, mayAsk, reachOf } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { listApprovalsOfDeal } from "~/features/approvals/list-approvals.server";
import { readSchedule } from "~/features/finance/get-schedule.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { dealHistory } from "./deal-history.server";
import { contractOf, type DealMoneyView, moneyOf, subscriptionOf } from "./deal-parts.server";
import { subscriptionState } from "./held-deal.server";
import { type NextStep, nextStepOf } from "./next-step";
import { storedSchedule } from "./read-subscription.server";
import { readStoredDeal, type StoredDeal } from "./stored-deal.server";

/** Everything about one deal within the caller's reach; a colleague's is not found for a consultant. */
export async function getDeal(ctx: Ctx, dealId: string) {
  demand(may(ctx.permissions, "deal:read"));
  const own = reachOf(ctx.permissions, "deal:read") === "own";
  const deal = await readStoredDeal(ctx, dealId, own ? ctx.actorId : null);
  if (!deal) throw new Refused({ code: "not_found" });
  const { slips, signers } = deal;
  const [approvals, history, schedule] = await Promise.all([
    slips.length > 0 && may(ctx.permissions, "approval:read").ok ? listApprovalsOfDeal(ctx, dealId) : [],
    dealHistory(ctx, dealId),
    readSchedule(db, dealId, ctx.settings, dayIn(ctx.timeZone, ctx.now)),
  ]);
  const money = moneyOf(deal, schedule);
  return {
    id: deal.id,
    stage: deal.stage,
    version: deal.version,
    holdUntil: deal.holdUntil,
    holdReason: deal.holdReason,
    holdExtensions: deal.holdExtensions,
    ownershipForm: deal.ownershipForm,
    enteredAt: deal.enteredAt,
    endedAt: deal.endedAt,
    endReason: deal.endReason,
    consultantId: deal.consultantId,
    consultant: deal.consultant,
    customer: { customerId: deal.customerId, ...deal.customer },
    buyers: deal.buyers.map(({ party, sharePpm }) => ({ customerId: null, ...party, sharePpm })),
    units: deal.units,
    subscription: deal.subscription && subscriptionOf(deal.subscription, signers),
    contract: deal.contract && contractOf(deal.contract, signers),
    filing: deal.filing,
    documents: deal.documents.map((one) => documentOf(ctx, one)),
    money: shownMoney(ctx, money),
    approvals,
    history,
    next: nextOf(ctx, deal, money),
    mayAsk: {
      release: within(ctx, deal, "deal:release_hold"),
      extendHold: mayAsk(ctx.permissions, "deal:extend_hold").ok,
      extendSignBy: within(ctx, deal, "deal:extend_sign_by"),
    },
  };
}

export type DealDetail = Awaited<ReturnType<typeof getDeal>>;

/** A paper that was issued; one with ID numbers in clear, or a receipt, opens for those only who may see them. */
function documentOf({ permissions }: Ctx, { id, kind, number, edition, enteredAt }: StoredDeal["documents"][number]) {
  const full = edition === "FULL" && !may(permissions, "customer:reveal_id_number").ok;
  const receipt = kind === "RECEIPT" && !may(permissions, "receipt:read").ok;
  return { id, kind, number, edition, enteredAt, opens: may(permissions, "document:read").ok && !full && !receipt };
}

/** Instalments and receipts one by one for those who may read them; what they come to belongs to the deal. */
function shownMoney({ permissions }: Ctx, money: DealMoneyView): DealMoneyView {
  return {
    ...money,
    lines: may(permissions, "receivable:read").ok ? money.lines : [],
    receipts: may(permissions, "receipt:read").ok ? money.receipts : [],
  };
}

function within(ctx: Ctx, deal: StoredDeal, needed: Parameters<typeof askReachOf>[1]): boolean {
  const reach = askReachOf(ctx.permissions, needed);
  return reach === "scope" || (reach === "own" && deal.consultantId === ctx.actorId);
}

/** A step is the caller's who may do it; one that waits for an answer, of whoever has the awaited role and did not ask. */
function isMine(ctx: Ctx, deal: StoredDeal, step: NextStep, waiting: { requestedById: string } | null): boolean {
  if (step.action === "AWAIT") return ctx.roles.includes(step.who) && waiting?.requestedById !== ctx.actorId;
  return within(ctx, deal, step.needs);
}

/** The slips are read by themselves, so that the next step is the same for whoever looks. */
function nextOf(ctx: Ctx, deal: StoredDeal, money: DealMoneyView) {
  const { subscription, filing, slips } = deal;
  const price = slips.find(({ id }) => id === subscription?.approvalId);
  const pending = slips.findLast(
    ({ kind, status }) => status === "PENDING" && (kind === "CONTRACT" || kind === "SIGN_BY_EXTENSION"),
  );
  const waiting = price?.status === "PENDING" ? price : pending;
  const firstPayment = subscription ? firstPaymentOf(storedSchedule(subscription.schedule)) : 0;
  const missingFen = Math.max(0, firstPayment - money.forHome);
  const step = nextStepOf({
    stage: deal.stage,
    subscription: subscription && subscriptionState(subscription),
    awaited: waiting?.chain[waiting.step] ?? null,
    priceRefused: price !== undefined && ["REJECTED", "WITHDRAWN", "EXPIRED"].includes(price.status),
    firstPaymentIn: subscription !== null && missingFen === 0,
    signBy: subscription?.signBy ?? null,
    filing: filing?.state ?? null,
    scheduleOpen: money.open > 0,
    today: dayIn(ctx.timeZone, ctx.now),
  });
  return step && { ...step, mine: isMine(ctx, deal, step, waiting ?? null), missingFen };
}
