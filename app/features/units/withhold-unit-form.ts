import { z } from "zod";

export const withholdUnitForm = z.object({
  key: z.uuid(),
  version: z.coerce.number().int(),
  reason: z
    .string({ error: "form.required" })
    .trim()
    .min(1, { error: "form.required" })
    .max(80, { error: "form.too_long?max=80" }),
  /** A moment (ISO, with its offset). */
  until: z.iso.datetime({ offset: true, error: "form.date" }),
});
