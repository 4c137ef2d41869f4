import type { Day } from "~/domain/calendar";
import { type DueEvent, dueDay } from "~/domain/payment-plan";
import { record } from "~/platform/audit.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { readHolidays } from "~/platform/holidays.server";
import { dateOf } from "~/platform/stored-day.server";
import { lockReceivables } from "./lock-money.server";

export type SetDueDates = {
  dealIds: readonly string[];
  event: Exclude<DueEvent, "FIXED_DATE">;
  /** The business day on which it happened. */
  on: Day;
};

/**
 * Dates the instalments that waited for an event: its day plus the line's days, moved from a rest day to the next
 * working day (民法典 203). What has a date keeps it. Returns how many were dated.
 */
export async function setDueDates(tx: Tx, by: Acting, input: SetDueDates): Promise<number> {
  const { dealIds, event, on } = input;
  const undated = (await lockReceivables(tx, dealIds)).filter(({ dueOn }) => dueOn === null);
  const waiting = await tx.receivable.findMany({
    where: { id: { in: undated.map(({ id }) => id) }, projectId: by.projectId, dueEvent: event },
    select: { id: true, dealId: true, dueDays: true },
    orderBy: { id: "asc" },
  });
  const holidays = await readHolidays(tx);
  for (const { id, dueDays } of waiting) {
    const dueOn = dueDay({ event, days: dueDays }, { on: { [event]: on }, holidays });
    if (dueOn) await tx.receivable.update({ where: { id }, data: { dueOn: dateOf(dueOn) } });
  }
  for (const dealId of new Set(waiting.map((row) => row.dealId))) {
    await record(tx, by, { action: "schedule.dated", subject: `deal:${dealId}`, after: { event, on } });
  }
  return waiting.length;
}
