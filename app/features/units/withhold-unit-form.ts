import { z } from "zod";
import { officeTime } from "./office-time";

export const withholdUnitForm = z.object({
  key: z.uuid(),
  version: z.coerce.number().int(),
  reason: z
    .string({ error: "form.required" })
    .trim()
    .min(1, { error: "form.required" })
    .max(80, { error: "form.too_long?max=80" }),
  /** By the office's clock, e.g. "2026-03-02T18:00". */
  until: officeTime,
});
