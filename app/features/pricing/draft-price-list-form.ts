import { z } from "zod";
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
  phaseId: z.uuid({ error: "form.choose" }),
  /** As the wall clock of the project shows it. */
  effectiveAt: z.string({ error: "form.required" }).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, { error: "form.date" }),
};

/** A price list as it is drafted: by one rule, or from a grid that is pasted or uploaded. */
export const draftPriceListForm = z.discriminatedUnion("kind", [
  z.object({
    ...common,
    kind: z.literal("UNIFORM"),
    base: z.enum(["FILED", "IN_FORCE"], { error: "form.choose" }),
    changePercent: percent,
    change: amount,
    floorBelowPercent: percent,
  }),
  z.object({ ...common, kind: z.literal("GRID"), grid: z.string().default(""), file: z.instanceof(File).optional() }),
]);

export type PriceListDraft = z.output<typeof draftPriceListForm>;
