import { addDays, addMonths, type Day, day, daysBetween, monthOf, monthPeriod } from "./calendar";

export const PERIODS = ["TODAY", "WEEK", "MONTH"] as const;
export type PeriodName = (typeof PERIODS)[number];

export type Span = { from: Day; to: Day };
/** A period up to today, and the one before up to the same point, so that both are equally long where they can be. */
export type Compared = { now: Span; before: Span };

/** Today, this week from Monday, this month from the first, each with the one before. */
export function comparedPeriod(name: PeriodName, today: Day): Compared {
  if (name === "TODAY") return { now: { from: today, to: today }, before: shifted({ from: today, to: today }, -1) };
  if (name === "WEEK") {
    const now = { from: addDays(today, -daysSinceMonday(today)), to: today };
    return { now, before: shifted(now, -7) };
  }
  const { from } = monthPeriod(monthOf(today));
  const earlier = addMonths(from, -1);
  const samePoint = addDays(earlier, daysBetween(from, today));
  const { to } = monthPeriod(monthOf(earlier));
  return { now: { from, to: today }, before: { from: earlier, to: daysBetween(samePoint, to) > 0 ? samePoint : to } };
}

/** The months around today, the earliest first: `back` before it and `ahead` after it. */
export function monthsAround(today: Day, back: number, ahead: number): Span[] {
  const { from } = monthPeriod(monthOf(today));
  return Array.from({ length: back + ahead + 1 }, (_, at) => monthPeriod(monthOf(addMonths(from, at - back))));
}

/** A change in millionths of what was before; null where there was nothing to compare with. */
export function changeSince(before: number, now: number): number | null {
  if (before === 0) return null;
  return Number(((BigInt(now) - BigInt(before)) * 1_000_000n) / BigInt(Math.abs(before)));
}

function shifted({ from, to }: Span, days: number): Span {
  return { from: addDays(from, days), to: addDays(to, days) };
}

function daysSinceMonday(on: Day): number {
  return ((daysBetween(day("2024-01-01"), on) % 7) + 7) % 7;
}
