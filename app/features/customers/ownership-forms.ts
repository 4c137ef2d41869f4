import { z } from "zod";
import { phoneText, shortText } from "./form-fields";

export const transferForm = z.object({ key: z.uuid(), toId: z.uuid({ error: "form.choose" }), reason: shortText(500) });

export const returnForm = z.object({ key: z.uuid(), reason: shortText(500) });

export const claimForm = z.object({ key: z.uuid(), phone: phoneText, confirmed: z.literal("yes").optional() });

/** The form's answer as the command takes it. */
export function claimOf({ confirmed, ...claim }: z.output<typeof claimForm>) {
  return { ...claim, confirmed: confirmed === "yes" };
}
