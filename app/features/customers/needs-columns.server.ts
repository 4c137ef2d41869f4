import type { Prisma } from "~/platform/prisma/client";
import { LAYOUTS, type Needs } from "./needs";

const amount = (fen: number | null) => (fen === null ? null : BigInt(fen));

/** Needs as the customer's columns. */
export function neededColumns(needs: Needs) {
  return {
    purpose: needs.purpose,
    firstHome: needs.firstHome,
    budgetMinFen: amount(needs.budgetMin),
    budgetMaxFen: amount(needs.budgetMax),
    areaMin: needs.areaMin,
    areaMax: needs.areaMax,
    wantedLayout: needs.layout ?? "",
    wantedFloor: needs.floor,
    district: needs.district,
  };
}

type Columns = Prisma.ProjectCustomerGetPayload<{ select: Record<keyof ReturnType<typeof neededColumns>, true> }>;

/** The customer's columns as needs. */
export function needsOf(row: Columns): Needs {
  return {
    purpose: row.purpose,
    firstHome: row.firstHome,
    budgetMin: row.budgetMinFen === null ? null : Number(row.budgetMinFen),
    budgetMax: row.budgetMaxFen === null ? null : Number(row.budgetMaxFen),
    areaMin: row.areaMin,
    areaMax: row.areaMax,
    layout: LAYOUTS.find((layout) => layout === row.wantedLayout) ?? null,
    floor: row.wantedFloor,
    district: row.district,
  };
}
