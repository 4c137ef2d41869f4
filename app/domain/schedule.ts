import type { Day } from "./calendar";
import { type LateFee, type LateFeeTerms, lateFee } from "./late-fee";
import { type Fen, NO_MONEY, sumFen } from "./money";
import {
  type AgingBucket,
  agingBucket,
  daysOverdue,
  openAmount,
  type Receivable,
  type ReceivableState,
  receivableState,
} from "./receivable";

/** Money that paid a part of an instalment, on the day from which it counts. A reversal is below zero. */
export type Paid = { on: Day; amount: Fen };

export type ScheduleLine<One extends Receivable> = One & {
  open: Fen;
  state: ReceivableState;
  overdueDays: number;
  bucket: AgingBucket | null;
  /** What lateness costs up to the day, with the spans that explain it. */
  late: LateFee;
};

export type ScheduleTotals = { owed: Fen; paid: Fen; open: Fen; overdue: Fen; lateFee: Fen };
export type Schedule<One extends Receivable> = { on: Day; lines: ScheduleLine<One>[]; totals: ScheduleTotals };

const NEVER_LATE: LateFee = { overdueDays: 0, spans: [], fee: NO_MONEY };

/**
 * A deal's schedule as of a day: what was paid by then, what is open, what is overdue and what that costs. Only money
 * that counts from that day or before is seen, so that any past day can be asked for.
 */
export function scheduleOn<One extends Receivable>(
  receivables: readonly (One & { payments: readonly Paid[] })[],
  terms: LateFeeTerms,
  on: Day,
): Schedule<One> {
  const lines = receivables.map((receivable) => lineOn(receivable, terms, on));
  const sum = (part: (line: ScheduleLine<One>) => Fen) => sumFen(lines.map(part));
  const late = lines.filter(({ state }) => state === "OVERDUE");
  return {
    on,
    lines,
    totals: {
      owed: sum(({ amount }) => amount),
      paid: sum(({ allocated }) => allocated),
      open: sum(({ open }) => open),
      overdue: sumFen(late.map(({ open }) => open)),
      lateFee: sum((line) => line.late.fee),
    },
  };
}

function lineOn<One extends Receivable>(
  receivable: One & { payments: readonly Paid[] },
  terms: LateFeeTerms,
  on: Day,
): ScheduleLine<One> {
  const payments = receivable.payments.filter((paid) => paid.on <= on);
  const allocated = sumFen(payments.map(({ amount }) => amount));
  const seen = { ...receivable, allocated };
  const overdueDays = daysOverdue(seen, on);
  const { dueOn, amount } = receivable;
  return {
    ...seen,
    open: openAmount(seen),
    state: receivableState(seen, on),
    overdueDays,
    bucket: agingBucket(overdueDays),
    late: dueOn === null || dueOn >= on ? NEVER_LATE : lateFee({ amount, dueOn, payments }, terms, on),
  };
}
