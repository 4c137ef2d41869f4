import { addDays, type Day, type HolidayCalendar, nextWorkingDay } from "./calendar";
import { type Fen, fen, maxFen, minFen, NO_MONEY, partOf, roundTo, sumFen } from "./money";
import { type Ppm, WHOLE } from "./rate";
import { all, unless, type Verdict } from "./refusal";

/** 一次性, 按揭, 公积金, 组合贷, 分期. */
export const PLAN_KINDS = ["FULL", "MORTGAGE", "PROVIDENT", "COMBINED", "INSTALMENTS"] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** What a due date hangs on: steps of the deal, milestones of the building, or a fixed date. */
export const DUE_EVENTS = [
  "RESERVATION",
  "CONTRACT",
  "LOAN_APPROVAL",
  "TOPPING_OUT",
  "COMPLETION",
  "HANDOVER",
  "TITLE",
  "FIXED_DATE",
] as const;
export type DueEvent = (typeof DUE_EVENTS)[number];

/** Days after an event, or a fixed date. */
export type Due = { event: Exclude<DueEvent, "FIXED_DATE">; days: number } | { event: "FIXED_DATE"; on: Day };

export type PlanAmount =
  | { kind: "PERCENT"; share: Ppm }
  | { kind: "AMOUNT"; amount: Fen }
  /** What the other lines leave. At most one line of a plan. */
  | { kind: "REMAINDER" };

export type PlanLine = {
  id: string;
  item: string;
  due: Due;
  amount: PlanAmount;
  loan: boolean;
  /** The earnest money paid before is a part of this line. */
  earnestCounts: boolean;
};

/** `lineId` null is the earnest money itself; `dueOn` null while the event has not happened. */
export type Instalment = {
  lineId: string | null;
  item: string | null;
  due: Due;
  dueOn: Day | null;
  amount: Fen;
  loan: boolean;
};

/** Days on which events happened or are agreed to. */
export type EventDays = {
  on: Partial<Record<Exclude<DueEvent, "FIXED_DATE">, Day>>;
  holidays: HolidayCalendar;
};

export type PlanTerms = { price: Fen; earnest: Fen; loanStep: Fen; events: EventDays };

/** Loans are granted in whole ten thousands of yuan. */
export const USUAL_LOAN_STEP = 1_000_000 as Fen;

const EARNEST_DUE: Due = { event: "RESERVATION", days: 0 };

/**
 * The instalments of a price under a plan. Percent lines are rounded down to the fen and the remainder line takes
 * what is left (the last own line where percents make the whole); loan lines are rounded down to whole loan steps
 * and the rest goes to the down payment. Earnest money comes first and is taken off the lines in which it counts.
 * Ask `scheduleHolds` whether the result is sound.
 */
export function scheduleOf(plan: readonly PlanLine[], terms: PlanTerms): Instalment[] {
  const amounts = withoutEarnest(plan, withWholeLoans(plan, shares(plan, terms.price), terms.loanStep), terms.earnest);
  const lines = plan.map((line, at) =>
    instalment(line.id, line.item, line.due, amounts[at] ?? NO_MONEY, line.loan, terms),
  );
  const earnest = instalment(null, null, EARNEST_DUE, terms.earnest, false, terms);
  return [earnest, ...lines].filter((line) => line.amount !== 0);
}

/** Σ instalments = price, and none is below zero. */
export function scheduleHolds(price: Fen, schedule: readonly Instalment[]): Verdict {
  const sum = sumFen(schedule.map((line) => line.amount));
  return all(
    unless(schedule.length > 0, "plan_missing"),
    unless(sum === price && schedule.every((line) => line.amount > 0), "plan_sum_differs", { sum, price }),
  );
}

/** The day of a due event, moved from a rest day to the next working day; null while the event has not happened. */
export function dueDay(due: Due, events: EventDays): Day | null {
  if (due.event === "FIXED_DATE") return nextWorkingDay(due.on, events.holidays);
  const happened = events.on[due.event];
  return happened ? nextWorkingDay(addDays(happened, due.days), events.holidays) : null;
}

/** What must be receipted before the contract is signed: all own money due by reservation or with the contract. */
export function firstPaymentOf(schedule: readonly Instalment[]): Fen {
  return sumFen(schedule.filter(isFirstPayment).map((line) => line.amount));
}

/** What the plan expects from banks and the provident fund. */
export function loanOf(schedule: readonly Instalment[]): Fen {
  return sumFen(schedule.filter((line) => line.loan).map((line) => line.amount));
}

function isFirstPayment({ due, loan }: Instalment): boolean {
  if (loan) return false;
  return due.event === "RESERVATION" || (due.event === "CONTRACT" && due.days <= 0);
}

function instalment(
  lineId: string | null,
  item: string | null,
  due: Due,
  amount: Fen,
  loan: boolean,
  terms: PlanTerms,
): Instalment {
  return { lineId, item, due, dueOn: dueDay(due, terms.events), amount, loan };
}

function shares(plan: readonly PlanLine[], price: Fen): Fen[] {
  const amounts = plan.map(({ amount }) => {
    if (amount.kind === "PERCENT") return partOf(price, amount.share, "DOWN");
    return amount.kind === "AMOUNT" ? amount.amount : NO_MONEY;
  });
  const rest = restLine(plan);
  const left = fen(price - sumFen(amounts));
  return amounts.map((amount, at) => (at === rest ? fen(amount + left) : amount));
}

/** The remainder line; without one, the last own line of a plan whose percents make the whole. */
function restLine(plan: readonly PlanLine[]): number {
  const written = plan.findIndex((line) => line.amount.kind === "REMAINDER");
  if (written >= 0) return written;
  const percents = plan.map(({ amount }) => (amount.kind === "PERCENT" ? amount.share : 0));
  if (percents.reduce<number>((sum, share) => sum + share, 0) !== WHOLE) return -1;
  const lastOwn = plan.findLastIndex((line) => line.amount.kind === "PERCENT" && !line.loan);
  return lastOwn >= 0 ? lastOwn : plan.length - 1;
}

function withWholeLoans(plan: readonly PlanLine[], amounts: readonly Fen[], step: Fen): Fen[] {
  const rounded = amounts.map((amount, at) => (plan[at]?.loan ? roundTo(amount, step, "DOWN") : amount));
  const rest = fen(sumFen(amounts) - sumFen(rounded));
  const down = downPayment(plan);
  if (down < 0) return [...amounts];
  return rounded.map((amount, at) => (at === down ? fen(amount + rest) : amount));
}

/** The first own line due with the contract, or else the first own line. */
function downPayment(plan: readonly PlanLine[]): number {
  const withContract = plan.findIndex((line) => !line.loan && line.due.event === "CONTRACT");
  return withContract >= 0 ? withContract : plan.findIndex((line) => !line.loan);
}

/** Takes the earnest money off the lines in which it counts, then off the other own lines, the last first. */
function withoutEarnest(plan: readonly PlanLine[], amounts: readonly Fen[], earnest: Fen): Fen[] {
  const left = [...amounts];
  const own = plan.flatMap((line, at) => (line.loan ? [] : [{ at, counts: line.earnestCounts }]));
  const order = [...own.filter((line) => line.counts), ...own.filter((line) => !line.counts).toReversed()];
  let open = earnest;
  for (const { at } of order) {
    const due = maxFen(NO_MONEY, left[at] ?? NO_MONEY);
    const taken = minFen(open, due);
    left[at] = fen((left[at] ?? NO_MONEY) - taken);
    open = fen(open - taken);
  }
  return left;
}
