import { z } from "zod";
import { BUSINESS_TIME_ZONE, momentIn } from "~/domain/calendar";

/** A date and time as typed in the office; the command gets the moment (ISO). */
export const officeTime = z.string({ error: "form.date" }).transform((text, issue) => {
  const moment = momentIn(BUSINESS_TIME_ZONE, text);
  if (moment) return moment.toISOString();
  issue.addIssue({ code: "custom", message: "form.date" });
  return z.NEVER;
});
