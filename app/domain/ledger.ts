import { type Fen, fen, NO_MONEY, sumFen } from "./money";
import { type Ppm, WHOLE } from "./rate";
import type { Purse } from "./receivable";
import { quotient } from "./rounding";

export const ACCOUNTS = [
  "BANK_SUPERVISED",
  "BANK_GENERAL",
  "SINCERITY",
  "ADVANCES",
  "RECEIVABLES",
  "CONTRACT_LIABILITIES",
  "AGENCY_COLLECTED",
  "LATE_FEE_INCOME",
  "FORFEITURE_INCOME",
  "VAT",
  "REFUNDS_PAYABLE",
  "REVENUE",
  "COMMISSION_PAYABLE",
  "CHANNEL_PAYABLE",
] as const;
export type Account = (typeof ACCOUNTS)[number];

/** Where money is: the supervised account of a permit, or the seller's general one. */
export type Bank = Extract<Account, "BANK_SUPERVISED" | "BANK_GENERAL">;

export type Side = "DEBIT" | "CREDIT";
/** One side of an entry; the amount is above zero. */
export type Posting = { account: Account; side: Side; amount: Fen };
/** Debits equal credits. Immutable once written; undone only by its mirror. */
export type Entry = readonly Posting[];

const OWED_FOR: Readonly<Record<Purse, Account>> = {
  HOUSE: "CONTRACT_LIABILITIES",
  FITTING_OUT: "CONTRACT_LIABILITIES",
  AREA_SETTLEMENT: "CONTRACT_LIABILITIES",
  FEE: "CONTRACT_LIABILITIES",
  AGENCY: "AGENCY_COLLECTED",
  LATE_FEE: "LATE_FEE_INCOME",
};

/** A schedule comes into being: the buyer owes it, the seller owes the home (or collects it for others). */
export function scheduleCreated(items: readonly { purse: Purse; amount: Fen }[]): Entry {
  const credits = items.map(({ purse, amount }) => credit(OWED_FOR[purse], amount));
  return entry([debit("RECEIVABLES", sumFen(items.map((item) => item.amount))), ...credits]);
}

/** A schedule, or its open part, is taken back. */
export function scheduleVoided(items: readonly { purse: Purse; amount: Fen }[]): Entry {
  return mirrored(scheduleCreated(items));
}

/** Money arrives and stands as an advance until it is receipted on something. */
export function paymentReceived(bank: Bank, amount: Fen): Entry {
  return entry([debit(bank, amount), credit("ADVANCES", amount)]);
}

export function paymentReversed(bank: Bank, amount: Fen): Entry {
  return mirrored(paymentReceived(bank, amount));
}

/** An advance pays what is owed. */
export function receiptAllocated(amount: Fen): Entry {
  return entry([debit("ADVANCES", amount), credit("RECEIVABLES", amount)]);
}

export function receiptReversed(amount: Fen): Entry {
  return mirrored(receiptAllocated(amount));
}

/** Sincerity money 诚意金 behind a queue number: refundable, in the general account. */
export function sincerityReceived(amount: Fen): Entry {
  return entry([debit("BANK_GENERAL", amount), credit("SINCERITY", amount)]);
}

/** The number became a reservation: its money is an advance now. */
export function sincerityConverted(amount: Fen): Entry {
  return entry([debit("SINCERITY", amount), credit("ADVANCES", amount)]);
}

/** Money that will go back to the buyer, out of an advance or of sincerity money. */
export function refundOwed(
  from: Extract<Account, "ADVANCES" | "SINCERITY" | "CONTRACT_LIABILITIES">,
  amount: Fen,
): Entry {
  return entry([debit(from, amount), credit("REFUNDS_PAYABLE", amount)]);
}

/** The refund left the bank. */
export function refundPaid(bank: Bank, amount: Fen): Entry {
  return entry([debit("REFUNDS_PAYABLE", amount), credit(bank, amount)]);
}

/** Earnest money is kept after notice and decision. */
export function earnestForfeited(amount: Fen): Entry {
  return entry([debit("ADVANCES", amount), credit("FORFEITURE_INCOME", amount)]);
}

/** At handover the price turns into revenue and the VAT inside it. */
export function handedOver(price: Fen, vatRate: Ppm): Entry {
  const net = fen(quotient(BigInt(price) * BigInt(WHOLE), BigInt(WHOLE + vatRate), "HALF_UP"));
  return entry([debit("CONTRACT_LIABILITIES", price), credit("REVENUE", net), credit("VAT", fen(price - net))]);
}

/** The same entry with its sides changed: it undoes the first one (红冲). */
export function mirrored(posted: Entry): Entry {
  return posted.map((one) => ({ ...one, side: one.side === "DEBIT" ? "CREDIT" : "DEBIT" }));
}

export function isBalanced(posted: Entry): boolean {
  const sum = (side: Side) => sumFen(posted.filter((one) => one.side === side).map((one) => one.amount));
  return posted.every((one) => one.amount > 0) && sum("DEBIT") === sum("CREDIT");
}

/** What stands on an account after these entries: debits less credits. */
export function balanceOf(account: Account, entries: Iterable<Entry>): Fen {
  let total: number = NO_MONEY;
  for (const posted of entries) {
    for (const one of posted) {
      if (one.account === account) total += one.side === "DEBIT" ? one.amount : -one.amount;
    }
  }
  return fen(total);
}

function debit(account: Account, amount: Fen): Posting {
  return { account, side: "DEBIT", amount };
}

function credit(account: Account, amount: Fen): Posting {
  return { account, side: "CREDIT", amount };
}

/** Sums postings on the same account and side; refuses negative amounts, leaves out nothing but zeros. */
function entry(postings: readonly Posting[]): Entry {
  if (postings.some((one) => one.amount < 0)) throw new RangeError("a posting is never below zero");
  const sums = new Map<string, Posting>();
  for (const one of postings) {
    const key = `${one.side} ${one.account}`;
    sums.set(key, { ...one, amount: fen((sums.get(key)?.amount ?? 0) + one.amount) });
  }
  return [...sums.values()].filter((one) => one.amount > 0);
}
