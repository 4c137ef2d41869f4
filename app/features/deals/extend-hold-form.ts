import { z } from "zod";

export const extendHoldForm = z.object({
  key: z.uuid(),
  dealId: z.uuid(),
  version: z.coerce.number().int(),
  /** The new end (ISO, with its offset). */
  until: z.iso.datetime({ offset: true, error: "form.date" }),
  reason: z.string().trim().max(200, { error: "form.too_long?max=200" }).default(""),
});
