import { hoursAfter } from "./calendar";
import type { DealStage } from "./deal-state";
import type { Fen } from "./money";
import type { Reach } from "./permission";
import { all, allow, refuse, unless, type Verdict } from "./refusal";
import type { SubscriptionState } from "./subscription-state";
import { canMove } from "./transition";
import { canClaim, type UnitFacts } from "./unit-state";

export type HoldLimits = { maxHours: number; maxOpenHolds: number; maxExtensions: number };

/** What a hold rests on. `deposit` is 订金 (goes back), `earnest` is 定金 (binds); both as receipted. */
export type HeldDeal = {
  stage: DealStage;
  holdUntil: Date | null;
  extensions: number;
  subscription: SubscriptionState | null;
  deposit: Fen;
  earnest: Fen;
  paymentUnconfirmed: boolean;
};

/** The caller's reach for the action, and whether the deal is of his own. */
export type Caller = { reach: Reach | null; own: boolean };

/** May this unit be held now? Held units, units in line and sealed ones may not. */
export function canHold(unit: UnitFacts & { sealed: boolean }, now: Date): Verdict {
  return all(canClaim(unit, now), unless(!unit.sealed, "unit_sealed"));
}

/** A hold ends in the future and within the hours allowed; an approval lifts the second. */
export function mayHoldUntil(until: Date, now: Date, limits: HoldLimits, approved = false): Verdict {
  if (until <= now) return refuse("until_past", { until });
  const within = until <= hoursAfter(now, limits.maxHours);
  return unless(approved || within, "hold_too_long", { maxHours: limits.maxHours });
}

/** One person keeps so many open holds at a time; an approval lifts it. */
export function mayHoldAnother(openHolds: number, limits: HoldLimits, approved = false): Verdict {
  const room = openHolds < limits.maxOpenHolds;
  return unless(approved || room, "hold_cap_reached", { maxOpenHolds: limits.maxOpenHolds });
}

/** Giving up a hold without money: the holder, or who reaches all holds. */
export function canReleaseHold(deal: HeldDeal, caller: Caller): Verdict {
  return all(
    canMove("deal", "release_hold", deal.stage),
    isWithinReach(caller),
    unless(!deal.paymentUnconfirmed, "payment_unconfirmed"),
    unless(!hasMoney(deal), "money_behind"),
  );
}

/** Giving up a hold with 订金 (退订), which is then owed back. 定金 stands in the way: that is a decision. */
export function canCancelHold(deal: HeldDeal, caller: Caller): Verdict {
  return all(
    canMove("deal", "cancel_hold", deal.stage),
    isWithinReach(caller),
    unless(!deal.paymentUnconfirmed, "payment_unconfirmed"),
    unless(hasMoney(deal), "no_money_behind"),
    unless(deal.earnest === 0, "earnest_behind"),
  );
}

/** Later until-time for a hold that nobody has signed for yet. */
export function canExtendHold(deal: HeldDeal, until: Date, now: Date, limits: HoldLimits, approved = false): Verdict {
  const { maxExtensions } = limits;
  return all(
    canMove("deal", "extend_hold", deal.stage),
    unless(!isSigned(deal), "subscription_signed"),
    mayHoldUntil(until, now, limits, approved),
    unless(approved || deal.extensions < maxExtensions, "extensions_used_up", { maxExtensions }),
  );
}

/** Is the time of this hold up? To the second, whether or not anything has swept it. */
export function isTimeUp(deal: Pick<HeldDeal, "stage" | "holdUntil">, now: Date): boolean {
  return deal.stage === "HELD" && deal.holdUntil !== null && deal.holdUntil <= now;
}

/**
 * How a hold ends whose time is up; null while it is not. A signed subscription that nobody paid ends VOIDED,
 * every other hold EXPIRED: 订金 is then owed back, and over 定金 the manager decides.
 */
export function endOfHold(deal: HeldDeal, now: Date): "EXPIRED" | "VOIDED" | null {
  if (!isTimeUp(deal, now)) return null;
  return isSigned(deal) && !hasMoney(deal) ? "VOIDED" : "EXPIRED";
}

/** Only the holder, or who reaches every deal in scope. */
export function isWithinReach({ reach, own }: Caller): Verdict {
  if (reach === "scope" || (reach === "own" && own)) return allow;
  return refuse("not_your_hold");
}

function isSigned(deal: HeldDeal): boolean {
  return deal.subscription === "SIGNED" || deal.subscription === "EFFECTIVE";
}

function hasMoney(deal: HeldDeal): boolean {
  return deal.deposit > 0 || deal.earnest > 0;
}
