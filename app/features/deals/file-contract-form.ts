import { z } from "zod";
import { parseDay } from "~/domain/calendar";

/** Filing 网签 and record 备案 alike: a number and its day. */
export const fileContractForm = z.object({
  key: z.uuid(),
  dealId: z.uuid(),
  version: z.coerce.number().int(),
  number: z
    .string({ error: "form.required" })
    .trim()
    .min(1, { error: "form.required" })
    .max(60, { error: "form.too_long?max=60" }),
  on: z.string({ error: "form.date" }).transform((text, issue) => {
    const found = parseDay(text);
    if (found) return found;
    issue.addIssue({ code: "custom", message: "form.date" });
    return z.NEVER;
  }),
});
