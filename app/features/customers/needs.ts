import { z } from "zod";
import { all, unless, type Verdict } from "~/domain/refusal";

/** How a customer came to hear of the project. */
export const SOURCES = ["WALK_IN", "REFERRAL", "ONLINE", "CALL", "OUTDOOR", "CHANNEL", "EVENT", "OTHER"] as const;
export type Source = (typeof SOURCES)[number];

export const PURPOSES = ["LIVE_IN", "INVEST"] as const;
export const LAYOUTS = ["ROOMS_1", "ROOMS_2", "ROOMS_3", "ROOMS_4", "ROOMS_5"] as const;

export const GRADES = ["A", "B", "C", "D"] as const;
export type Grade = (typeof GRADES)[number];

/** Stages that people set; committed and buyer follow from the deal. */
export const EDITABLE_STAGES = ["PROSPECT", "INTERESTED", "LOST"] as const;
export type EditableStage = (typeof EDITABLE_STAGES)[number];

const figure = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable();

/** What somebody looks for; null or empty where it is not known. */
export const needs = z.object({
  purpose: z.enum(PURPOSES).nullable(),
  firstHome: z.boolean().nullable(),
  /** Fen. */
  budgetMin: figure,
  budgetMax: figure,
  /** Centiares. */
  areaMin: figure,
  areaMax: figure,
  layout: z.enum(LAYOUTS).nullable(),
  floor: z.string().max(80),
  district: z.string().max(80),
});
export type Needs = z.infer<typeof needs>;

export const NO_NEEDS: Needs = {
  purpose: null,
  firstHome: null,
  budgetMin: null,
  budgetMax: null,
  areaMin: null,
  areaMax: null,
  layout: null,
  floor: "",
  district: "",
};

/** Does each range end where it begins or above? */
export function isNeeds({ budgetMin, budgetMax, areaMin, areaMax }: Needs): Verdict {
  const rises = (min: number | null, max: number | null) => min === null || max === null || min <= max;
  return all(
    unless(rises(budgetMin, budgetMax), "value_out_of_range"),
    unless(rises(areaMin, areaMax), "value_out_of_range"),
  );
}
