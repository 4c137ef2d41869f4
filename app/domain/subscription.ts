import { addDays, type Day, type HolidayCalendar, hoursAfter, nextWorkingDay } from "./calendar";
import type { DealStage } from "./deal-state";
import { type DealTerms, termsHold } from "./deal-terms";
import { type Caller, isWithinReach } from "./hold";
import { type Fen, fen } from "./money";
import { all, allow, refuse, unless, type Verdict } from "./refusal";
import type { SubscriptionState } from "./subscription-state";
import { canMove } from "./transition";

/** A subscription 认购 on its way. `payBy` stands from the signature; `earnestDue` is the 定金 agreed on. */
export type Subscription = {
  state: SubscriptionState;
  draftedById: string;
  earnestDue: Fen;
  payBy: Date | null;
};

/** Step one, by the holder's consultant: the terms hold, and nobody has signed yet. A new draft is confirmed anew. */
export function canDraftSubscription(
  deal: { stage: DealStage; subscription: Subscription | null },
  terms: DealTerms,
  caller: Caller,
): Verdict {
  return all(
    canMove("deal", "draft_subscription", deal.stage),
    isWithinReach(caller),
    unless(!isSigned(deal.subscription), "subscription_signed"),
    termsHold(terms),
  );
}

/** Step two, by the controller: the unit is really free for this buyer. Not by the drafter. */
export function canConfirmUnit(
  deal: { stage: DealStage; subscription: Subscription | null; sealed: boolean },
  actorId: string,
): Verdict {
  return all(
    canMove("deal", "confirm_unit", deal.stage),
    unless(deal.subscription?.state === "DRAFTED", "subscription_not_drafted"),
    isAnother(deal.subscription, actorId),
    unless(!deal.sealed, "unit_sealed"),
  );
}

/** Step three, by the manager: the terms still hold. Not by the drafter. */
export function canSignSubscription(
  deal: { stage: DealStage; subscription: Subscription | null },
  terms: DealTerms,
  actorId: string,
): Verdict {
  return all(
    canMove("deal", "sign_subscription", deal.stage),
    unless(deal.subscription?.state === "CONFIRMED", "unit_not_confirmed"),
    isAnother(deal.subscription, actorId),
    termsHold(terms),
  );
}

/** Step four, by the money: the earnest money is receipted in full before the pay-by time. */
export function canMakeEffective(
  deal: { stage: DealStage; subscription: Subscription | null },
  receipted: Fen,
  now: Date,
): Verdict {
  const { subscription } = deal;
  const signed = all(
    canMove("deal", "make_effective", deal.stage),
    unless(subscription?.state === "SIGNED", "subscription_not_signed"),
  );
  if (!signed.ok || !subscription) return signed;
  const { payBy, earnestDue } = subscription;
  const missing = fen(Math.max(0, earnestDue - receipted));
  return all(
    payBy !== null && payBy <= now ? refuse("past_pay_by", { payBy }) : allow,
    unless(missing === 0, "earnest_not_in_full", { missing, earnestDue }),
  );
}

/** The moment by which the earnest money must be receipted: hours after the signature. */
export function payByOf(signedAt: Date, hours: number): Date {
  return hoursAfter(signedAt, hours);
}

/** The last day to sign the contract: days after the subscription took effect, never a rest day. */
export function signByOf(effectiveOn: Day, days: number, holidays: HolidayCalendar): Day {
  return nextWorkingDay(addDays(effectiveOn, days), holidays);
}

/** A later sign-by day: asked with a reason, approved by the manager, a limited number of times. */
export function canExtendSignBy(
  deal: { stage: DealStage; extensions: number; maxExtensions: number },
  asked: { reason: string; until: Day },
  today: Day,
): Verdict {
  const { extensions, maxExtensions } = deal;
  return all(
    canMove("deal", "extend_sign_by", deal.stage),
    unless(asked.reason.trim() !== "", "reason_required"),
    unless(asked.until > today, "until_past", { until: asked.until }),
    unless(extensions < maxExtensions, "extensions_used_up", { maxExtensions }),
  );
}

function isSigned(subscription: Subscription | null): boolean {
  return subscription?.state === "SIGNED" || subscription?.state === "EFFECTIVE";
}

function isAnother(subscription: Subscription | null, actorId: string): Verdict {
  return unless(subscription?.draftedById !== actorId, "own_request");
}
