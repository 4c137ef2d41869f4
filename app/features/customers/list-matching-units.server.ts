import { reachOf } from "~/domain/permission";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { LAYOUTS, type Needs } from "./needs";

/** Why a unit suits a customer. */
export type Fit = "BUDGET" | "AREA" | "LAYOUT";
export type MatchingUnit = {
  id: string;
  label: string;
  grossCentiares: number;
  listFen: number;
  layoutName: string | null;
  fits: Fit[];
};

const MOST = 6;

/**
 * Homes for sale and free at this moment, within the customer's budget and area and of the wanted rooms, the cheapest
 * first. Nothing where the customer's needs are not known. Amounts in fen, areas in centiares.
 */
export async function listMatchingUnits(ctx: Ctx, needs: Needs): Promise<MatchingUnit[]> {
  const { budgetMin, budgetMax, areaMin, areaMax, layout } = needs;
  const byBudget = budgetMin !== null || budgetMax !== null;
  const byArea = areaMin !== null || areaMax !== null;
  if (reachOf(ctx.permissions, "unit:read") !== "scope" || !(byBudget || byArea || layout)) return [];
  const rooms = layout && LAYOUTS.indexOf(layout) + 1;
  const units = await db.unit.findMany({
    where: {
      projectId: ctx.projectId,
      use: "RESIDENCE",
      saleCategory: "FOR_SALE",
      releaseState: "RELEASED",
      claims: { none: { endedAt: null } },
      listFen: { gte: BigInt(budgetMin ?? 0), ...(budgetMax === null ? {} : { lte: BigInt(budgetMax) }) },
      grossCentiares: { gte: areaMin ?? 0, ...(areaMax === null ? {} : { lte: areaMax }) },
      ...(rooms
        ? { OR: [{ layoutId: null }, { layout: { rooms: rooms < LAYOUTS.length ? rooms : { gte: rooms } } }] }
        : {}),
    },
    orderBy: [{ listFen: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, label: true, grossCentiares: true, listFen: true, layout: { select: { name: true } } },
  });
  return units.map(({ id, label, grossCentiares, listFen, layout: plan }) => {
    const fits: Fit[] = [
      ...(byBudget ? (["BUDGET"] as const) : []),
      ...(byArea ? (["AREA"] as const) : []),
      ...(rooms && plan ? (["LAYOUT"] as const) : []),
    ];
    return { id, label, grossCentiares, listFen: Number(listFen), layoutName: plan?.name ?? null, fits };
  });
}
