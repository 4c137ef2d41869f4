import { z } from "zod";

/** Puts a scheme or plan on offer, asks for it, or takes it off. */
export const offerStepForm = z.object({
  key: z.uuid(),
  id: z.uuid(),
  version: z.coerce.number().int(),
  step: z.enum(["publish", "withdraw"]),
  reason: z.string().trim().max(200).default(""),
});
