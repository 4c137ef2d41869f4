import { z } from "zod";
import { BUSINESS_TIME_ZONE, momentIn } from "~/domain/calendar";

const name = z
  .string({ error: "form.required" })
  .trim()
  .min(1, { error: "form.required" })
  .max(40, { error: "form.too_long?max=40" });
const reason = z
  .string({ error: "form.required" })
  .trim()
  .min(1, { error: "form.required" })
  .max(200, { error: "form.too_long?max=200" });
const common = { key: z.uuid(), version: z.coerce.number().int() };

/** A batch as it is drafted: a name, the wall clock's time of opening, and the units that were marked. */
export const draftReleaseForm = z.object({
  key: z.uuid(),
  name,
  opensAt: z
    .string({ error: "form.required" })
    .refine((text) => momentIn(BUSINESS_TIME_ZONE, text) !== null, { error: "form.date" }),
  unitIds: z.array(z.uuid(), { error: "form.choose" }).min(1, { error: "form.choose" }).max(20_000),
});

/** The same for a draft that is there, with the version that was looked at. */
export const redraftReleaseForm = draftReleaseForm.extend({ version: z.coerce.number().int() });

/** The next step of a batch, with what it needs. */
export const releaseStepForm = z.discriminatedUnion("step", [
  z.object({ ...common, step: z.literal("request"), reason }),
  z.object({ ...common, step: z.literal("withdraw") }),
  z.object({ ...common, step: z.literal("cancel"), reason }),
  z.object({ ...common, step: z.literal("release") }),
  z.object({ ...common, step: z.literal("assign"), permitId: z.uuid({ error: "form.choose" }) }),
]);
export type ReleaseStep = z.output<typeof releaseStepForm>;
export type ReleaseStepName = ReleaseStep["step"];
