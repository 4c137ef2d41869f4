import { z } from "zod";
import { DECLINABLE } from "~/domain/message";

/** In the portal: the kinds that the buyer wants to get; what is not among them is declined. */
export const ownChoicesForm = z.object({ key: z.uuid(), wanted: z.array(z.enum(DECLINABLE)).default([]) });

/** At the desk: what the customer said, about one kind or about all, and how he said it. */
export const toldChoiceForm = z.object({
  key: z.uuid(),
  kind: z.enum(DECLINABLE).optional(),
  wanted: z.enum(["yes", "no"], { error: "form.choose" }),
  proof: z.string().trim().min(1).max(300),
});
