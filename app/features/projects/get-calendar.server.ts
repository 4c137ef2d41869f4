import { addDays, businessDay, type Day, day } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { type CalendarDayKind, daysFrom, STATE_HOLIDAYS } from "~/domain/state-holidays";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { dateOf, dayOf } from "~/platform/stored-day.server";

export type CalendarLine = {
  /** First and last day of days in a row that are alike. */
  from: Day;
  to: Day;
  kind: CalendarDayKind;
  name: string;
  source: string;
  /** Null: announced by the State. */
  by: string | null;
};

/** The days of a year that are not what their weekday says, the latest word about each, and what a change would leave alone. */
export async function getCalendar(ctx: CompanyCtx, year: number) {
  demand(may(ctx.permissions, "setting:read"));
  const period = { gte: dateOf(day(`${year}-01-01`)), lte: dateOf(day(`${year}-12-31`)) };
  const today = dateOf(businessDay(ctx.now));
  const [rows, dueDates, signDates] = await Promise.all([
    db.calendarDay.findMany({ where: { on: period }, orderBy: { recordedAt: "asc" } }),
    db.receivable.count({ where: { dueOn: { gte: today }, voidedAt: null } }),
    db.subscription.count({ where: { signBy: { gte: today } } }),
  ]);
  const people = await db.user.findMany({
    where: { id: { in: rows.map(({ setById }) => setById) } },
    select: { id: true, name: true },
  });
  const lines = new Map<Day, OneDay>();
  for (const line of announced()) if (line.on.startsWith(`${year}-`)) lines.set(line.on, line);
  for (const { on, kind, name, source, setById } of rows) {
    const by = people.find(({ id }) => id === setById)?.name ?? "";
    lines.set(dayOf(on), { on: dayOf(on), kind, name, source, by });
  }
  const ordered = [...lines.values()].sort((a, b) => a.on.localeCompare(b.on));
  return { lines: inRows(ordered), standing: { dueDates, signDates } };
}

type OneDay = Omit<CalendarLine, "from" | "to"> & { on: Day };

function inRows(days: readonly OneDay[]): CalendarLine[] {
  const rows: CalendarLine[] = [];
  for (const { on, ...said } of days) {
    const last = rows.at(-1);
    const alike = last && (["kind", "name", "source", "by"] as const).every((part) => last[part] === said[part]);
    if (last && alike && addDays(last.to, 1) === on) last.to = on;
    else rows.push({ from: on, to: on, ...said });
  }
  return rows;
}

function announced(): OneDay[] {
  return STATE_HOLIDAYS.flatMap(({ from, to, worked, name, source }) => {
    const line = (kind: CalendarDayKind) => (on: Day) => ({ on, kind, name, source, by: null });
    return [...daysFrom(from, to).map(line("REST")), ...worked.map(line("WORK"))];
  });
}
