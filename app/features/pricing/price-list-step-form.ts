import { z } from "zod";

const reason = z
  .string({ error: "form.required" })
  .trim()
  .min(1, { error: "form.required" })
  .max(200, { error: "form.too_long?max=200" });
const common = { key: z.uuid(), version: z.coerce.number().int() };

/** The next step of a price list or release batch, with what it needs. */
export const priceListStepForm = z.discriminatedUnion("step", [
  z.object({ ...common, step: z.literal("request"), reason, atOnce: z.literal("on").optional() }),
  z.object({ ...common, step: z.literal("withdraw") }),
  z.object({ ...common, step: z.literal("revoke"), reason }),
]);
export type PriceListStep = z.output<typeof priceListStepForm>;
