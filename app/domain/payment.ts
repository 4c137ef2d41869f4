import type { Day } from "./calendar";
import { type DealStage, isLive } from "./deal-state";
import { type Fen, fen, minFen, sumFen } from "./money";
import {
  type Allocated,
  type Allocation,
  allocateWithin,
  canAllocate,
  openAmount,
  type Purse,
  type Receivable,
} from "./receivable";
import { all, allow, refuse, unless, type Verdict } from "./refusal";

export const PAYMENT_METHODS = ["CASH", "POS", "TRANSFER", "CHEQUE", "LOAN", "ONLINE"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** No single payment for homes is larger: ten thousand million yuan. Above it somebody mistyped. */
export const LARGEST_PAYMENT = 1_000_000_000_000 as Fen;

export type NewPayment = {
  method: PaymentMethod;
  bankReference: string | null;
  amount: Fen;
  receivedOn: Day;
};

/** What a deal's homes say about money for them. */
export type PayableDeal = {
  stage: DealStage;
  holdUntil: Date | null;
  /** Names of everybody whose money needs no explanation: the customer and the buyers. */
  ownNames: readonly string[];
  homes: readonly { sellerId: string; presale: boolean; supervisedAccountId: string | null }[];
};

type Guard = "FORBID" | "WARN";

/** May this money be written down? Anything but cash has a reference at the bank, and no money comes tomorrow. */
export function canRecordPayment({ method, bankReference, amount, receivedOn }: NewPayment, today: Day): Verdict {
  return all(
    unless(amount > 0, "amount_not_positive"),
    unless(amount <= LARGEST_PAYMENT, "amount_invalid"),
    unless(method === "CASH" || bankReference !== null, "bank_reference_missing"),
    unless(receivedOn <= today, "received_in_future", { today }),
  );
}

/** Money of somebody who is neither customer nor buyer needs a statement why; a bank's loan explains itself. */
export function payerExplained(
  payer: { name: string; note: string; method: PaymentMethod },
  ownNames: readonly string[],
): Verdict {
  const known = ownNames.length === 0 || ownNames.some((name) => name.trim() === payer.name.trim());
  return unless(known || payer.method === "LOAN" || payer.note.trim() !== "", "payer_statement_missing");
}

/** May a receipt stand on this deal? Live to the second, all its homes of the one seller who got the money. */
export function canReceiptOn(deal: PayableDeal, sellerId: string, now: Date): Verdict {
  const lapsed = deal.stage === "HELD" && deal.holdUntil !== null && deal.holdUntil <= now;
  return all(
    unless(isLive(deal.stage) && !lapsed, "deal_ended"),
    unless(
      deal.homes.every((home) => home.sellerId === sellerId),
      "seller_mismatch",
    ),
  );
}

/** No money for a presale home without its permit on record (城市商品房预售管理办法 6). */
export function permitStands(deal: PayableDeal, guard: Guard): Verdict {
  const stands = deal.homes.every((home) => !home.presale || home.supervisedAccountId !== null);
  return stands || guard === "WARN" ? allow : refuse("permit_missing");
}

/** House money of a presale home goes only into its permit's supervised account (城市商品房预售管理办法 11). */
export function goesToSupervised(deal: PayableDeal, purse: Purse, accountId: string, guard: Guard): Verdict {
  const supervised = deal.homes.filter((home) => home.presale && home.supervisedAccountId !== null);
  const right = purse !== "HOUSE" || supervised.every((home) => home.supervisedAccountId === accountId);
  return right || guard === "WARN" ? allow : refuse("not_supervised_account");
}

/** The purse that was told, or the only one with something open; house money before there is a schedule. */
export function purseOf(told: Purse | null, receivables: readonly Receivable[]): Purse | null {
  if (told) return told;
  const open = new Set(receivables.filter((one) => openAmount(one) > 0).map((one) => one.purse));
  if (open.size > 1) return null;
  return [...open][0] ?? "HOUSE";
}

type Payable = Receivable & { loan: boolean };

/**
 * Where the money of one receipt goes: told by hand, or oldest due first within its purse. A bank's pay-out goes to
 * the loan lines first, anybody else's money to the other lines first.
 */
export function allocationOf(
  receipt: { purse: Purse; amount: Fen; loan: boolean; told: readonly Allocation[] | null },
  receivables: readonly Payable[],
): Allocated {
  if (receipt.told) return { allocations: [...receipt.told], rest: restOf(receipt.amount, receipt.told) };
  const first = allocateWithin(receipt.purse, receipt.amount, withLoan(receivables, receipt.loan));
  const then = allocateWithin(receipt.purse, first.rest, withLoan(receivables, !receipt.loan));
  return { allocations: [...first.allocations, ...then.allocations], rest: then.rest };
}

/** A receipt pays no more than its purse owes; where the purse has no schedule yet, the money waits. */
export function fitsSchedule(purse: Purse, amount: Fen, receivables: readonly Receivable[]): Verdict {
  const own = receivables.filter((one) => one.purse === purse);
  const open = sumFen(own.map(openAmount));
  return unless(own.length === 0 || amount <= open, "exceeds_receivable", { open });
}

/** Told by hand: each within what is open, together no more than the receipt. */
export function canTell(amount: Fen, told: readonly Allocation[] | null, receivables: readonly Receivable[]): Verdict {
  return told ? canAllocate(amount, told, receivables) : allow;
}

/** The receivables after these allocations, for the next receipt of the same payment. */
export function afterAllocations<One extends Receivable>(
  receivables: readonly One[],
  allocations: readonly Allocation[],
): One[] {
  return receivables.map((one) => {
    const paid = sumFen(allocations.filter(({ receivableId }) => receivableId === one.id).map(({ amount }) => amount));
    return { ...one, allocated: minFen(one.amount, fen(one.allocated + paid)) };
  });
}

function restOf(amount: Fen, told: readonly Allocation[]): Fen {
  return fen(amount - sumFen(told.map((one) => one.amount)));
}

function withLoan(receivables: readonly Payable[], loan: boolean): Payable[] {
  return receivables.filter((one) => one.loan === loan);
}
