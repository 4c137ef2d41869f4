import { z } from "zod";
import { parseDay } from "~/domain/calendar";

export const extendSignByForm = z.object({
  key: z.uuid(),
  dealId: z.uuid(),
  version: z.coerce.number().int(),
  until: z.string({ error: "form.date" }).transform((text, issue) => {
    const found = parseDay(text);
    if (found) return found;
    issue.addIssue({ code: "custom", message: "form.date" });
    return z.NEVER;
  }),
  reason: z
    .string({ error: "form.required" })
    .trim()
    .min(1, { error: "form.required" })
    .max(200, { error: "form.too_long?max=200" }),
});
