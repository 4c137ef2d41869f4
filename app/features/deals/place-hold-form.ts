import { z } from "zod";

/** How long: hours from now, or until a moment (ISO, with its offset); neither means the office's usual hours. */
export const placeHoldForm = z.object({
  key: z.uuid(),
  customerId: z.uuid({ error: "form.choose" }),
  hours: z.coerce
    .number({ error: "form.whole" })
    .int({ error: "form.whole" })
    .min(1, { error: "form.positive" })
    .optional(),
  until: z.iso.datetime({ offset: true, error: "form.date" }).optional(),
  reason: z.string().trim().max(80, { error: "form.too_long?max=80" }).default(""),
});
