import { z } from "zod";

/** A step on a deal that asks nothing but yes: its key, the deal, and the version that was on screen. */
export const dealForm = z.object({
  key: z.uuid(),
  dealId: z.uuid(),
  version: z.coerce.number().int(),
});
