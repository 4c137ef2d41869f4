import { fen, sumFen } from "~/domain/money";
import type { DealSchedule } from "~/features/finance/get-schedule.server";
import type { Prisma } from "~/platform/prisma/client";
import { maybeDayOf } from "~/platform/stored-day.server";
import { subscriptionState } from "./held-deal.server";
import { storedDerivation, storedSchedule } from "./read-subscription.server";

/** What the page of a deal reads beside its homes and people. */
export const SHOWN = {
  subscription: true,
  contract: true,
  filing: true,
  documents: { orderBy: { enteredAt: "asc" } },
  receipts: { where: { status: { in: ["RECORDED", "REVERSAL_ASKED"] } }, orderBy: { recordedAt: "asc" } },
} as const satisfies Prisma.DealInclude;
export type StoredDeal = Prisma.DealGetPayload<{ include: typeof SHOWN }>;

export function subscriptionOf(stored: NonNullable<StoredDeal["subscription"]>, people: ReadonlyMap<string, string>) {
  const by = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  return {
    number: stored.number,
    state: subscriptionState(stored),
    planName: stored.planName,
    planKind: stored.planKind,
    dealFen: fen(stored.dealFen),
    schemeFen: fen(stored.schemeFen),
    depthPpm: stored.specialDepthPpm,
    relation: stored.specialRelation,
    reason: stored.specialReason,
    derivation: storedDerivation(stored.derivation),
    schedule: storedSchedule(stored.schedule),
    earnestFen: fen(stored.earnestFen),
    eligibilityNote: stored.eligibilityNote,
    draftedBy: by(stored.draftedById),
    draftedAt: stored.draftedAt,
    confirmedBy: by(stored.unitConfirmedById),
    confirmedAt: stored.unitConfirmedAt,
    signedBy: by(stored.signedById),
    signedAt: stored.signedAt,
    payBy: stored.payBy,
    effectiveOn: maybeDayOf(stored.effectiveOn),
    signBy: maybeDayOf(stored.signBy),
    signByExtensions: stored.signByExtensions,
  };
}

export function contractOf(stored: NonNullable<StoredDeal["contract"]>, people: ReadonlyMap<string, string>) {
  return {
    number: stored.number,
    signedOn: maybeDayOf(stored.signedOn),
    areaBasis: stored.areaBasis,
    unitCentifen: stored.unitCentifen,
    priceFen: fen(stored.priceFen),
    preparedBy: people.get(stored.preparedById) ?? "",
    approvedBy: people.get(stored.approvedById) ?? "",
  };
}

export type DealMoneyView = ReturnType<typeof moneyOf>;

/** The deal's money on the schedule's day: what is owed, paid, open and late, and its receipts. */
export function moneyOf({ receipts }: StoredDeal, { on, lines, totals }: DealSchedule) {
  return {
    on,
    lines: lines.map(({ id, item, dueOn, dueEvent, dueDays, state, amount, allocated, open, late }) => {
      return { id, item, dueOn, dueEvent, dueDays, state, amount, allocated, open, late };
    }),
    ...totals,
    receipted: sumFen(receipts.map(({ amountFen }) => fen(amountFen))),
    forHome: sumFen(receipts.flatMap(({ purse, amountFen }) => (purse === "HOUSE" ? [fen(amountFen)] : []))),
    receipts: receipts.map(({ id, number, item, amountFen, businessOn }) => ({
      id,
      number,
      item,
      amount: fen(amountFen),
      on: maybeDayOf(businessOn),
    })),
  };
}
