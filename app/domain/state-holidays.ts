import { addDays, type Day, day, type HolidayCalendar } from "./calendar";

/** A State holiday as announced: first and last day off, and the weekend days worked instead (调休). */
export type StateHoliday = { name: string; from: Day; to: Day; worked: readonly Day[]; source: string };

const NOTICE_2025 = "国办发明电〔2024〕12号";
const NOTICE_2026 = "国办发明电〔2025〕7号";

const holiday = (source: string, name: string, from: string, to: string, ...worked: string[]): StateHoliday => ({
  name,
  from: day(from),
  to: day(to),
  worked: worked.map(day),
  source,
});

/** What the State Council has announced. Later years are entered on screen, where days of the office's own go too. */
export const STATE_HOLIDAYS: readonly StateHoliday[] = [
  holiday(NOTICE_2025, "元旦", "2025-01-01", "2025-01-01"),
  holiday(NOTICE_2025, "春节", "2025-01-28", "2025-02-04", "2025-01-26", "2025-02-08"),
  holiday(NOTICE_2025, "清明节", "2025-04-04", "2025-04-06"),
  holiday(NOTICE_2025, "劳动节", "2025-05-01", "2025-05-05", "2025-04-27"),
  holiday(NOTICE_2025, "端午节", "2025-05-31", "2025-06-02"),
  holiday(NOTICE_2025, "国庆节、中秋节", "2025-10-01", "2025-10-08", "2025-09-28", "2025-10-11"),
  holiday(NOTICE_2026, "元旦", "2026-01-01", "2026-01-03", "2026-01-04"),
  holiday(NOTICE_2026, "春节", "2026-02-15", "2026-02-23", "2026-02-14", "2026-02-28"),
  holiday(NOTICE_2026, "清明节", "2026-04-04", "2026-04-06"),
  holiday(NOTICE_2026, "劳动节", "2026-05-01", "2026-05-05", "2026-05-09"),
  holiday(NOTICE_2026, "端午节", "2026-06-19", "2026-06-21"),
  holiday(NOTICE_2026, "中秋节", "2026-09-25", "2026-09-27"),
  holiday(NOTICE_2026, "国庆节", "2026-10-01", "2026-10-07", "2026-09-20", "2026-10-10"),
];

/** REST: nobody works; WORK: a weekend day that is worked; ORDINARY: as its weekday says, whatever was said before. */
export const CALENDAR_DAY_KINDS = ["REST", "WORK", "ORDINARY"] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];
export type SetDay = { on: Day; kind: CalendarDayKind; recordedAt: Date };

/** The State's holidays as changed by the office: of several words about one day the latest counts. */
export function holidayCalendar(set: readonly SetDay[], announced = STATE_HOLIDAYS): HolidayCalendar {
  const off = new Set<Day>(announced.flatMap(({ from, to }) => daysFrom(from, to)));
  const worked = new Set<Day>(announced.flatMap((one) => one.worked));
  for (const { on, kind } of [...set].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())) {
    off.delete(on);
    worked.delete(on);
    if (kind === "REST") off.add(on);
    if (kind === "WORK") worked.add(on);
  }
  return { off, worked };
}

/** Every day from the first to the last, both of them too. */
export function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(on);
  return days;
}
