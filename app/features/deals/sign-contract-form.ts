import { z } from "zod";
import { parseDay } from "~/domain/calendar";
import { AREA_BASES } from "~/domain/contract";
import { CONTRACT_PAPERS } from "~/domain/contract-checklist";

export const signContractForm = z.object({
  key: z.uuid(),
  dealId: z.uuid(),
  version: z.coerce.number().int(),
  /** Empty: the office's next number. */
  number: z.string().trim().max(40, { error: "form.too_long?max=40" }).default(""),
  areaBasis: z.enum(AREA_BASES, { error: "form.choose" }),
  papers: z.array(z.enum(CONTRACT_PAPERS)).default([]),
  signedOn: z.string({ error: "form.date" }).transform((text, issue) => {
    const found = parseDay(text);
    if (found) return found;
    issue.addIssue({ code: "custom", message: "form.date" });
    return z.NEVER;
  }),
  note: z.string().trim().max(200, { error: "form.too_long?max=200" }).default(""),
});
