import { type Day, daysBetween } from "./calendar";
import { type Fen, fen, minFen, NO_MONEY, sumFen } from "./money";
import { all, unless, type Verdict } from "./refusal";

/** 楼款, 装修款, 代收, 违约金, 面积补差, 手续费: money of one purse never pays another silently. */
export const PURSES = ["HOUSE", "FITTING_OUT", "AGENCY", "LATE_FEE", "AREA_SETTLEMENT", "FEE"] as const;
export type Purse = (typeof PURSES)[number];

/** Something owed. `dueOn` null while its event has not happened; `allocated` is what receipts have paid of it. */
export type Receivable = { id: string; purse: Purse; dueOn: Day | null; amount: Fen; allocated: Fen };

export const RECEIVABLE_STATES = ["PAID", "OPEN", "OVERDUE"] as const;
export type ReceivableState = (typeof RECEIVABLE_STATES)[number];

export type Allocation = { receivableId: string; purse: Purse; amount: Fen };
/** What went where, and what is left: it stands as an advance. */
export type Allocated = { allocations: Allocation[]; rest: Fen };

export const AGING_BUCKETS = ["UP_TO_7", "UP_TO_14", "UP_TO_30", "UP_TO_60", "OVER_60"] as const;
export type AgingBucket = (typeof AGING_BUCKETS)[number];
const BUCKET_ENDS = [7, 14, 30, 60] as const;

export function openAmount({ amount, allocated }: Pick<Receivable, "amount" | "allocated">): Fen {
  return fen(amount - allocated);
}

/** Paid when nothing is open; overdue from the day after the due date. */
export function receivableState(receivable: Receivable, on: Day): ReceivableState {
  if (openAmount(receivable) <= 0) return "PAID";
  return daysOverdue(receivable, on) > 0 ? "OVERDUE" : "OPEN";
}

/** Whole days past the due date while something is open; zero otherwise. */
export function daysOverdue(receivable: Receivable, on: Day): number {
  if (receivable.dueOn === null || openAmount(receivable) <= 0) return 0;
  return Math.max(0, daysBetween(receivable.dueOn, on));
}

/** ≤ 7, 8–14, 15–30, 31–60, > 60 days; null where nothing is overdue. */
export function agingBucket(overdue: number): AgingBucket | null {
  if (overdue <= 0) return null;
  const at = BUCKET_ENDS.findIndex((end) => overdue <= end);
  return AGING_BUCKETS[at] ?? "OVER_60";
}

/** Pays one purse, oldest due first; undated ones last, equal days in the order given. Never more than is open. */
export function allocateWithin(purse: Purse, amount: Fen, receivables: readonly Receivable[]): Allocated {
  const own = receivables.filter((one) => one.purse === purse && openAmount(one) > 0).toSorted(byDueDay);
  let rest = amount;
  const allocations = own.flatMap((one) => {
    const paid = minFen(rest, openAmount(one));
    rest = fen(rest - paid);
    return paid > 0 ? [{ receivableId: one.id, purse, amount: paid }] : [];
  });
  return { allocations, rest };
}

/** Pays several purses in the order that the cashier or the setting names; purses not named get nothing. */
export function allocateInOrder(purses: readonly Purse[], amount: Fen, receivables: readonly Receivable[]): Allocated {
  return purses.reduce<Allocated>(
    (soFar, purse) => {
      const { allocations, rest } = allocateWithin(purse, soFar.rest, receivables);
      return { allocations: [...soFar.allocations, ...allocations], rest };
    },
    { allocations: [], rest: amount },
  );
}

/** May a receipt of this size stand on these allocations? Told by hand, each within what is open. */
export function canAllocate(
  receipt: Fen,
  allocations: readonly Allocation[],
  receivables: readonly Receivable[],
): Verdict {
  const byId = new Map(receivables.map((one) => [one.id, one]));
  const fits = allocations.every(({ receivableId, purse, amount }) => {
    const target = byId.get(receivableId);
    return target !== undefined && target.purse === purse && amount > 0 && amount <= openAmount(target);
  });
  const twice = new Set(allocations.map((one) => one.receivableId)).size !== allocations.length;
  return all(
    unless(fits && !twice, "exceeds_receivable"),
    unless(sumFen(allocations.map((one) => one.amount)) <= receipt, "exceeds_payment"),
  );
}

/** May a payment of this size be split into these receipts? What is left stands as an advance. */
export function canSplit(payment: Fen, receipts: readonly Fen[]): Verdict {
  const sum = sumFen(receipts);
  return all(
    unless(payment > 0 && receipts.every((amount) => amount > 0), "amount_not_positive"),
    unless(sum <= payment, "exceeds_payment", { left: fen(payment - sum), payment }),
  );
}

/** Owed, paid, open and overdue in all. */
export function totalsOf(
  receivables: readonly Receivable[],
  on: Day,
): { owed: Fen; paid: Fen; open: Fen; overdue: Fen } {
  const owed = sumFen(receivables.map((one) => one.amount));
  const paid = sumFen(receivables.map((one) => one.allocated));
  const late = receivables.filter((one) => receivableState(one, on) === "OVERDUE");
  return { owed, paid, open: fen(owed - paid), overdue: late.length === 0 ? NO_MONEY : sumFen(late.map(openAmount)) };
}

function byDueDay(a: Receivable, b: Receivable): number {
  if (a.dueOn === b.dueOn) return 0;
  if (a.dueOn === null) return 1;
  if (b.dueOn === null) return -1;
  return a.dueOn < b.dueOn ? -1 : 1;
}
