import type { HeldDeal } from "~/domain/hold";
import { NO_MONEY } from "~/domain/money";
import type { SubscriptionState } from "~/domain/subscription-state";
import type { Tx } from "~/platform/db.server";
import { moneyOf } from "./deal-money.server";
import type { LockedDeal } from "./deal-stage.server";

type Steps = { unitConfirmedAt: Date | null; signedAt: Date | null; effectiveAt: Date | null };

/** How far a subscription has come, from the steps that were taken. */
export function subscriptionState({ unitConfirmedAt, signedAt, effectiveAt }: Steps): SubscriptionState {
  if (effectiveAt) return "EFFECTIVE";
  if (signedAt) return "SIGNED";
  return unitConfirmedAt ? "CONFIRMED" : "DRAFTED";
}

/** What a locked hold rests on. Money before a signature is 订金 and goes back; after it, 定金 and binds. */
export async function heldDealOf(tx: Tx, deal: LockedDeal): Promise<HeldDeal> {
  const subscription = await tx.subscription.findUnique({ where: { dealId: deal.id } });
  const { receipted, paymentUnconfirmed } = await moneyOf(tx, deal.id);
  const signed = subscription?.signedAt != null;
  return {
    stage: deal.stage,
    holdUntil: deal.holdUntil,
    extensions: deal.holdExtensions,
    subscription: subscription && subscriptionState(subscription),
    deposit: signed ? NO_MONEY : receipted,
    earnest: signed ? receipted : NO_MONEY,
    paymentUnconfirmed,
  };
}
