import { type Centiares, centiares } from "~/domain/area";
import { type Fen, fen } from "~/domain/money";
import type { ListedPrice, UnitToPrice } from "~/domain/price-list";
import { Refused } from "~/domain/refusal";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { UnitUse } from "~/platform/prisma/enums";

/** A unit of a phase with what a price list asks about it, and where it stands. */
export type PhaseUnit = UnitToPrice & {
  buildingName: string;
  floorNo: number;
  floorLabel: string;
  entrance: string;
  number: string;
  use: UnitUse;
  /** The area it is priced by. */
  area: Centiares;
};

const SOLD = ["RESERVED", "CONTRACTED"] as const;

/** Every unit of a phase, in the order of the board. */
export async function unitsToPrice(tx: Tx, projectId: string, phaseId: string): Promise<PhaseUnit[]> {
  const units = await tx.unit.findMany({
    where: { projectId, archivedAt: null, building: { phaseId } },
    include: {
      building: { select: { name: true } },
      claims: { where: { endedAt: null }, select: { openingState: true, deal: { select: { stage: true } } } },
    },
    orderBy: [{ building: { position: "asc" } }, { entrance: "asc" }, { floorNo: "asc" }, { number: "asc" }],
  });
  return units.map(({ building, claims: [claim], ...unit }) => ({
    id: unit.id,
    label: unit.label,
    forSale: unit.saleCategory === "FOR_SALE",
    sold: claim !== undefined && (claim.deal === null || SOLD.some((stage) => stage === claim.deal?.stage)),
    released: unit.releaseState !== "UNRELEASED",
    filed: maybeFen(unit.filedFen),
    inForce: priceOf(unit.listFen, unit.floorFen),
    buildingName: building.name,
    floorNo: unit.floorNo,
    floorLabel: unit.floorLabel,
    entrance: unit.entrance,
    number: unit.number,
    use: unit.use,
    area: centiares(unit.priceBasis === "INTERNAL" ? unit.internalCentiares : unit.grossCentiares),
  }));
}

/** Holds the phase until the transaction ends: its price lists are numbered and take effect one after the other. */
export async function lockPhase(tx: Tx, by: Pick<Acting, "projectId">, phaseId: string): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Phase" WHERE id = ${phaseId}::uuid AND "projectId" = ${by.projectId}::uuid FOR NO KEY UPDATE`;
  if (found.length === 0) throw new Refused({ code: "not_found" });
}

function priceOf(list: bigint | null, floor: bigint | null): ListedPrice | null {
  return list === null ? null : { list: fen(list), floor: fen(floor ?? list) };
}

function maybeFen(stored: bigint | null): Fen | null {
  return stored === null ? null : fen(stored);
}
