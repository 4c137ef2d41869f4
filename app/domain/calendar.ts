/** A business day, e.g. "2026-03-02". Text order is time order. */
export type Day = string & { readonly __unit: "day" };
/** A calendar month, e.g. "2026-03". */
export type Month = string & { readonly __unit: "month" };

/** Where the offices are; every business day is a day here. */
export const BUSINESS_TIME_ZONE = "Asia/Shanghai";

/** Published days off that are not weekends, and weekend days worked instead (调休). */
export type HolidayCalendar = { readonly off: ReadonlySet<Day>; readonly worked: ReadonlySet<Day> };

export const WEEKENDS_ONLY: HolidayCalendar = { off: new Set(), worked: new Set() };

const DAY_MS = 86_400_000;

/** The day written as text, or null where there is no such day ("2026-02-30"). */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) ? (text as Day) : null;
}

/** The day written as text. Throws RangeError where there is no such day. */
export function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new RangeError(`not a day: ${text}`);
  return found;
}

/** One for each time zone that came up: to make one takes longer than all else about a day. */
const WALL_CALENDARS = new Map<string, Intl.DateTimeFormat>();

/** The day that a wall calendar shows at this moment in this time zone. */
export function dayIn(timeZone: string, moment: Date): Day {
  const known = WALL_CALENDARS.get(timeZone);
  const calendar =
    known ?? new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  if (!known) WALL_CALENDARS.set(timeZone, calendar);
  return calendar.format(moment) as Day;
}

/** The business day of a moment. */
export function businessDay(moment: Date): Day {
  return dayIn(BUSINESS_TIME_ZONE, moment);
}

/** The first moment of a day in a time zone that keeps its offset all day long. */
export function startOfDayIn(timeZone: string, on: Day): Date {
  const noon = new Date(`${on}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(noon);
  const offset = /GMT([+-]\d{2}:\d{2})/.exec(parts.find((part) => part.type === "timeZoneName")?.value ?? "")?.[1];
  return new Date(`${on}T00:00:00${offset ?? "Z"}`);
}

/** The moment that a clock on the wall there shows as "2026-03-02T18:00"; null where it is no such time. */
export function momentIn(timeZone: string, text: string): Date | null {
  const [, date = "", hours = "", minutes = ""] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text) ?? [];
  const on = parseDay(date);
  if (!on || Number(hours) > 23 || Number(minutes) > 59) return null;
  return new Date(startOfDayIn(timeZone, on).getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000);
}

/** The same the other way round, for an input of date and time. */
export function wallClockIn(timeZone: string, moment: Date): string {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(moment);
  return `${dayIn(timeZone, moment)}T${clock}`;
}

export function addDays(from: Day, days: number): Day {
  return toDay(new Date(utc(from) + days * DAY_MS));
}

/** The same day of a later month, or that month's last day where it is shorter. */
export function addMonths(from: Day, months: number): Day {
  const [year, month, dayOfMonth] = numbersOf(from);
  const lastOfTarget = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDay(new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastOfTarget))));
}

/** Whole days from one day to the other; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (utc(to) - utc(from)) / DAY_MS;
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Saturdays, Sundays and published holidays, except weekend days that are worked. */
export function isRestDay(on: Day, holidays: HolidayCalendar): boolean {
  if (holidays.worked.has(on)) return false;
  const weekday = new Date(utc(on)).getUTCDay();
  return holidays.off.has(on) || weekday === 0 || weekday === 6;
}

/** The day itself, or the first working day after it: the last day of a term is never a rest day (民法典 203). */
export function nextWorkingDay(on: Day, holidays: HolidayCalendar): Day {
  let candidate = on;
  while (isRestDay(candidate, holidays)) candidate = addDays(candidate, 1);
  return candidate;
}

export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3_600_000);
}

export function monthOf(on: Day): Month {
  return on.slice(0, 7) as Month;
}

/** First and last day of a month. */
export function monthPeriod(month: Month): { from: Day; to: Day } {
  const from = day(`${month}-01`);
  return { from, to: addDays(addMonths(from, 1), -1) };
}

export function nextMonth(month: Month): Month {
  return monthOf(addMonths(day(`${month}-01`), 1));
}

function numbersOf(on: Day): [number, number, number] {
  return [Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8, 10))];
}

function utc(on: Day): number {
  return Date.parse(`${on}T00:00:00Z`);
}

function toDay(moment: Date): Day {
  return moment.toISOString().slice(0, 10) as Day;
}
