import { z } from "zod";
import { CALENDAR_DAY_KINDS } from "~/domain/state-holidays";

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days from the first to the last; without a last day, the first alone. */
export const calendarDaysForm = z.object({
  key: z.uuid(),
  kind: z.enum(CALENDAR_DAY_KINDS, { error: "form.choose" }),
  from: z.string().regex(ISO_DAY, { error: "form.date" }),
  to: z.string().regex(ISO_DAY, { error: "form.date" }).optional(),
  name: z.string().trim().min(1).max(40),
  source: z.string().trim().min(1).max(200),
});
