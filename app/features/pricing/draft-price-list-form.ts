import { z } from "zod";
import { BUSINESS_TIME_ZONE, momentIn } from "~/domain/calendar";
import { type Fen, fen, fenFromYuan } from "~/domain/money";
import { type Ppm, ppmFromPercent } from "~/domain/rate";

const percent = z
  .string({ error: "form.required" })
  .trim()
  .transform((text, problem): Ppm => {
    const rate = ppmFromPercent(text);
    if (rate !== null) return rate;
    problem.addIssue({ code: "custom", message: "form.percent" });
    return z.NEVER;
  });

const amount = z
  .string()
  .trim()
  .default("0")
  .transform((text, problem): Fen => {
    const value = text === "" ? fen(0) : fenFromYuan(text);
    if (value !== null) return value;
    problem.addIssue({ code: "custom", message: "form.amount" });
    return z.NEVER;
  });

const common = {
  key: z.uuid(),
  name: z
    .string({ error: "form.required" })
    .trim()
    .min(1, { error: "form.required" })
    .max(40, { error: "form.too_long?max=40" }),
  /** As the wall clock of the project shows it. */
  effectiveAt: z
    .string({ error: "form.required" })
    .refine((text) => momentIn(BUSINESS_TIME_ZONE, text) !== null, { error: "form.date" }),
};

const byRule = {
  kind: z.literal("UNIFORM"),
  base: z.enum(["FILED", "IN_FORCE"], { error: "form.choose" }),
  changePercent: percent,
  change: amount,
  floorBelowPercent: percent,
};
const byUnit = { kind: z.literal("GRID"), grid: z.string().default(""), file: z.instanceof(File).optional() };

const first = { ...common, phaseId: z.uuid({ error: "form.choose" }) };
const again = { ...common, version: z.coerce.number().int() };

/** A price list as it is drafted: by one rule, or from a grid that is pasted or uploaded. */
export const draftPriceListForm = z.discriminatedUnion("kind", [
  z.object({ ...first, ...byRule }),
  z.object({ ...first, ...byUnit }),
]);

/** The same for a draft that is there: of which version, in place of a phase. */
export const redraftPriceListForm = z.discriminatedUnion("kind", [
  z.object({ ...again, ...byRule }),
  z.object({ ...again, ...byUnit }),
]);

export type PriceListDraft = z.output<typeof draftPriceListForm> | z.output<typeof redraftPriceListForm>;
