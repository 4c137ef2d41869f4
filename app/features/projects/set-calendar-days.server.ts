import { z } from "zod";
import { businessDay, type Day, daysBetween } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { all, demand, unless } from "~/domain/refusal";
import { type CalendarDayKind, daysFrom } from "~/domain/state-holidays";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import { newId } from "~/platform/id.server";
import { dateOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";

export type SetCalendarDays = {
  key: string;
  kind: CalendarDayKind;
  from: Day;
  to: Day;
  name: string;
  source: string;
};

/** Longer than any holiday; a slip of the year would make a whole year free. */
const MOST_DAYS = 31;

const done = z.object({ days: z.number() });

/**
 * Says of some days that nobody works, that a weekend is worked, or that they are as their weekday says. Dates that
 * stand already stay; later ones move from a rest day to the next working day (民法典 203).
 */
export async function setCalendarDays(ctx: CompanyCtx, input: SetCalendarDays): Promise<{ days: number }> {
  const { kind, from, to, name, source } = input;
  demand(may(ctx.permissions, "setting:change"));
  demand(
    all(
      unless(from >= businessDay(ctx.now), "date_past"),
      unless(to >= from && daysBetween(from, to) < MOST_DAYS, "value_out_of_range"),
    ),
  );
  return carryOut(ctx, submissionOf(ctx, "calendar:set", input), done, async (tx) => {
    const days = daysFrom(from, to);
    await tx.calendarDay.createMany({
      data: days.map((on) => ({
        id: newId(),
        on: dateOf(on),
        kind,
        name,
        source,
        setById: ctx.actorId,
        recordedAt: ctx.now,
      })),
    });
    await record(tx, ctx, {
      action: "calendar.changed",
      subject: `calendar:${from}`,
      after: { kind, from, to, name },
      reason: source,
    });
    return { days: days.length };
  });
}
