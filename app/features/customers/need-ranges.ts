import type { Needs } from "./needs";

/** Ranges that the desk picks with one press; null is open. Budgets in fen, areas in centiares. */
type Range = { id: string; min: number | null; max: number | null };

export const BUDGETS = [
  { id: "B1", min: null, max: 200_000_000 },
  { id: "B2", min: 200_000_000, max: 300_000_000 },
  { id: "B3", min: 300_000_000, max: 500_000_000 },
  { id: "B4", min: 500_000_000, max: 800_000_000 },
  { id: "B5", min: 800_000_000, max: null },
] as const satisfies Range[];

export const AREAS = [
  { id: "A1", min: null, max: 9_000 },
  { id: "A2", min: 9_000, max: 12_000 },
  { id: "A3", min: 12_000, max: 14_400 },
  { id: "A4", min: 14_400, max: null },
] as const satisfies Range[];

/** The picked ranges as needs; what was not picked stays open. */
export function pickedRanges(
  budget: string | undefined,
  area: string | undefined,
): Pick<Needs, "budgetMin" | "budgetMax" | "areaMin" | "areaMax"> {
  const [money, size] = [BUDGETS.find(({ id }) => id === budget), AREAS.find(({ id }) => id === area)];
  return {
    budgetMin: money?.min ?? null,
    budgetMax: money?.max ?? null,
    areaMin: size?.min ?? null,
    areaMax: size?.max ?? null,
  };
}
