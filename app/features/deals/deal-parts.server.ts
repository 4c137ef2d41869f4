import { sumFen } from "~/domain/money";
import type { DealSchedule } from "~/features/finance/get-schedule.server";
import { subscriptionState } from "./held-deal.server";
import { storedDerivation, storedSchedule } from "./read-subscription.server";
import type { StoredDeal } from "./stored-deal.server";

export function subscriptionOf(stored: NonNullable<StoredDeal["subscription"]>, signers: StoredDeal["signers"]) {
  const by = (id: string | null) => (id === null ? null : (signers[id] ?? null));
  return {
    number: stored.number,
    state: subscriptionState(stored),
    planName: stored.planName,
    planKind: stored.planKind,
    dealFen: stored.dealFen,
    schemeFen: stored.schemeFen,
    depthPpm: stored.specialDepthPpm,
    relation: stored.specialRelation,
    reason: stored.specialReason,
    derivation: storedDerivation(stored.derivation),
    schedule: storedSchedule(stored.schedule),
    earnestFen: stored.earnestFen,
    eligibilityNote: stored.eligibilityNote,
    draftedBy: by(stored.draftedById),
    draftedAt: stored.draftedAt,
    confirmedBy: by(stored.unitConfirmedById),
    confirmedAt: stored.unitConfirmedAt,
    signedBy: by(stored.signedById),
    signedAt: stored.signedAt,
    payBy: stored.payBy,
    effectiveOn: stored.effectiveOn,
    signBy: stored.signBy,
    signByExtensions: stored.signByExtensions,
  };
}

export function contractOf(stored: NonNullable<StoredDeal["contract"]>, signers: StoredDeal["signers"]) {
  return {
    number: stored.number,
    signedOn: stored.signedOn,
    areaBasis: stored.areaBasis,
    unitCentifen: stored.unitCentifen,
    priceFen: stored.priceFen,
    preparedBy: signers[stored.preparedById] ?? "",
    approvedBy: signers[stored.approvedById] ?? "",
  };
}

export type DealMoneyView = ReturnType<typeof moneyOf>;

/** The deal's money on the schedule's day: what is owed, paid, open and late, and its receipts. */
export function moneyOf({ receipts }: StoredDeal, { on, lines, totals, fee }: DealSchedule) {
  return {
    on,
    fee,
    lines: lines.map(({ id, item, dueOn, dueEvent, dueDays, state, amount, allocated, open, late }) => {
      return { id, item, dueOn, dueEvent, dueDays, state, amount, allocated, open, late };
    }),
    ...totals,
    receipted: sumFen(receipts.map(({ amount }) => amount)),
    forHome: sumFen(receipts.flatMap(({ purse, amount }) => (purse === "HOUSE" ? [amount] : []))),
    receipts: receipts.map(({ purse: _, ...receipt }) => receipt),
  };
}
