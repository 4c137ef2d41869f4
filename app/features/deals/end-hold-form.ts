import { z } from "zod";

/** Releasing or cancelling a hold. */
export const endHoldForm = z.object({
  key: z.uuid(),
  dealId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().max(200, { error: "form.too_long?max=200" }).default(""),
});
