import { z } from "zod";
import { maybeOneOf, nameField, optionalText, phoneText } from "./form-fields";
import { AREAS, BUDGETS, pickedRanges } from "./need-ranges";
import { LAYOUTS, NO_NEEDS, PURPOSES, SOURCES } from "./needs";

const ids = <const Id extends string>(ranges: readonly { id: Id }[]) => ranges.map(({ id }) => id) as [Id, ...Id[]];

/** What the desk types while the visitor stands there: a phone, a name, and presses. */
export const visitorForm = z.object({
  key: z.uuid(),
  phone: phoneText,
  name: nameField,
  source: z
    .enum(SOURCES)
    .optional()
    .transform((source) => source ?? "WALK_IN"),
  purpose: maybeOneOf(PURPOSES),
  budget: z.enum(ids(BUDGETS)).optional(),
  area: z.enum(ids(AREAS)).optional(),
  layout: maybeOneOf(LAYOUTS),
  consultantId: z.uuid().optional(),
  note: optionalText(2_000),
  confirmed: z.literal("yes").optional(),
});

/** The form's answer as the command takes it. */
export function visitOf({
  purpose,
  budget,
  area,
  layout,
  consultantId,
  confirmed,
  ...visitor
}: z.output<typeof visitorForm>) {
  return {
    ...visitor,
    contact: "VISIT_FIRST" as const,
    consultantId: consultantId ?? null,
    needs: { ...NO_NEEDS, purpose, layout, ...pickedRanges(budget, area) },
    confirmed: confirmed === "yes",
  };
}

/** A known customer who comes again. */
export const visitAgainForm = z.object({ key: z.uuid(), customerId: z.uuid() });
