import { z } from "zod";
import { maybeOneOf, nameField, optionalText, phoneText, squareMetres, tenThousands } from "./form-fields";
import { EDITABLE_STAGES, GRADES, LAYOUTS, PURPOSES, SOURCES } from "./needs";

const version = z.coerce.number().int().positive();

/** Everything about a customer that people change by hand. Budgets in 万元, areas in ㎡. */
export const editForm = z
  .object({
    key: z.uuid(),
    version,
    personVersion: version,
    name: nameField,
    phone: phoneText,
    grade: maybeOneOf(GRADES),
    stage: maybeOneOf(EDITABLE_STAGES),
    source: z.enum(SOURCES),
    purpose: maybeOneOf(PURPOSES),
    firstHome: maybeOneOf(["yes", "no"]),
    budgetMin: tenThousands,
    budgetMax: tenThousands,
    areaMin: squareMetres,
    areaMax: squareMetres,
    layout: maybeOneOf(LAYOUTS),
    floor: optionalText(80),
    district: optionalText(80),
    note: optionalText(2_000),
    confirmed: z.literal("yes").optional(),
  })
  .refine(({ budgetMin, budgetMax }) => budgetMin === null || budgetMax === null || budgetMin <= budgetMax, {
    path: ["budgetMax"],
    error: "refusals.value_out_of_range",
  })
  .refine(({ areaMin, areaMax }) => areaMin === null || areaMax === null || areaMin <= areaMax, {
    path: ["areaMax"],
    error: "refusals.value_out_of_range",
  });

/** The form's answer as the command takes it. */
export function editOf({ confirmed, firstHome, ...form }: z.output<typeof editForm>) {
  const { purpose, budgetMin, budgetMax, areaMin, areaMax, layout, floor, district, ...rest } = form;
  return {
    ...rest,
    needs: {
      purpose,
      firstHome: firstHome === null ? null : firstHome === "yes",
      ...{ budgetMin, budgetMax, areaMin, areaMax, layout, floor, district },
    },
    confirmed: confirmed === "yes",
  };
}
