import { addDays, type Day, daysBetween } from "./calendar";
import { type Fen, fen, NO_MONEY } from "./money";
import { type Ppm, WHOLE } from "./rate";
import { quotient } from "./rounding";

/**
 * WHOLE: once more than N days are overdue, the later rate replaces the first from the first overdue day.
 * FROM_NEXT_DAY: the first rate for days 1…N, the later one from day N + 1. The rates are never added.
 */
export const LATE_FEE_TIERS = ["WHOLE", "FROM_NEXT_DAY"] as const;
export type LateFeeTiers = (typeof LATE_FEE_TIERS)[number];

/** What a contract says of lateness; rates per day. */
export type LateFeeTerms = {
  rate: Ppm;
  later: { afterDays: number; rate: Ppm; tiers: LateFeeTiers } | null;
  /** Paid within these days nothing is owed; otherwise it counts from the first day. */
  graceDays: number;
  /** No fee runs after this day. */
  stopsOn: Day | null;
};

export type LateInstalment = { amount: Fen; dueOn: Day; payments: readonly { on: Day; amount: Fen }[] };

/** Days on which the same amount was open at the same rate, first and last included. */
export type LateSpan = { from: Day; to: Day; days: number; open: Fen; rate: Ppm };
export type LateFee = { overdueDays: number; spans: LateSpan[]; fee: Fen };

type OpenSpan = { first: number; last: number; open: Fen };

/**
 * Late fee 违约金 of one instalment up to and including a day: from the day after the due date to the day it was
 * paid, Σ (due − paid before that day) × daily rate, rounded half up once. The seller's lateness is computed the
 * same way on the price paid.
 */
export function lateFee(instalment: LateInstalment, terms: LateFeeTerms, on: Day): LateFee {
  const end = terms.stopsOn !== null && terms.stopsOn < on ? terms.stopsOn : on;
  const open = openSpans(instalment, end);
  const overdueDays = open.at(-1)?.last ?? 0;
  if (overdueDays <= terms.graceDays) return { overdueDays, spans: [], fee: NO_MONEY };
  const spans = open.flatMap((span) => rated(span, terms, overdueDays)).map((span) => dated(span, instalment.dueOn));
  const millionths = spans.reduce(
    (sum, { open: amount, days, rate }) => sum + BigInt(amount) * BigInt(days * rate),
    0n,
  );
  return { overdueDays, spans, fee: fen(quotient(millionths, BigInt(WHOLE), "HALF_UP")) };
}

/** Overdue days, counted from 1, with what was open on each: a payment lessens the days after its own. */
function openSpans({ amount, dueOn, payments }: LateInstalment, end: Day): OpenSpan[] {
  const last = daysBetween(dueOn, end);
  const paidAt = payments
    .map((payment) => ({ day: Math.max(0, daysBetween(dueOn, payment.on)), amount: payment.amount }))
    .filter((payment) => payment.day < last)
    .toSorted((a, b) => a.day - b.day);
  const spans: OpenSpan[] = [];
  let open: number = amount;
  let first = 1;
  for (const payment of paidAt) {
    if (payment.day >= first && open > 0) spans.push({ first, last: payment.day, open: fen(open) });
    first = Math.max(first, payment.day + 1);
    open -= payment.amount;
  }
  if (open > 0 && first <= last) spans.push({ first, last, open: fen(open) });
  return spans;
}

function rated(span: OpenSpan, { rate, later }: LateFeeTerms, overdueDays: number): (OpenSpan & { rate: Ppm })[] {
  if (!later || overdueDays <= later.afterDays) return [{ ...span, rate }];
  if (later.tiers === "WHOLE") return [{ ...span, rate: later.rate }];
  const { afterDays } = later;
  const early = { ...span, last: Math.min(span.last, afterDays), rate };
  const late = { ...span, first: Math.max(span.first, afterDays + 1), rate: later.rate };
  return [early, late].filter((part) => part.first <= part.last);
}

function dated({ first, last, open, rate }: OpenSpan & { rate: Ppm }, dueOn: Day): LateSpan {
  return { from: addDays(dueOn, first), to: addDays(dueOn, last), days: last - first + 1, open, rate };
}
