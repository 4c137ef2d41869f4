import type { HolidayCalendar } from "~/domain/calendar";
import { holidayCalendar } from "~/domain/state-holidays";
import { db, type Tx } from "./db.server";
import { dayOf } from "./stored-day.server";

/** Which days are off and which weekends are worked, by the State's announcements and what the office has set. */
export async function readHolidays(tx: Tx = db): Promise<HolidayCalendar> {
  const rows = await tx.calendarDay.findMany({ select: { on: true, kind: true, recordedAt: true } });
  return holidayCalendar(rows.map((row) => ({ ...row, on: dayOf(row.on) })));
}
