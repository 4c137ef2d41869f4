import { z } from "zod";
import { officeTime } from "~/features/units/office-time";

export const extendHoldForm = z.object({
  key: z.uuid(),
  dealId: z.uuid(),
  version: z.coerce.number().int(),
  /** The new end by the office's clock, e.g. "2026-03-02T18:00". */
  until: officeTime,
  reason: z.string().trim().max(200, { error: "form.too_long?max=200" }).default(""),
});
