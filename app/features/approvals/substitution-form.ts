import { z } from "zod";
import { APPROVAL_KINDS } from "~/domain/approval";
import { type Day, parseDay } from "~/domain/calendar";

const dayField = z
  .string()
  .refine((text) => parseDay(text) !== null, { error: "form.date" })
  .transform((text) => text as Day);

/** Who answers whose approvals, which, and from when to when (both days included). */
export const substitutionForm = z
  .object({
    key: z.uuid(),
    forId: z.uuid({ error: "form.choose" }),
    byId: z.uuid({ error: "form.choose" }),
    kind: z.enum(APPROVAL_KINDS).optional(),
    fromOn: dayField,
    untilOn: dayField,
    reason: z.string().trim().min(1).max(200),
  })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ["untilOn"], error: "form.daysReversed" });

export const endSubstitutionForm = z.object({ key: z.uuid(), substitutionId: z.uuid() });
