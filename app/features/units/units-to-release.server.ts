import { type Fen, fen } from "~/domain/money";
import type { UnitToRelease } from "~/domain/release";
import type { Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import type { UnitUse } from "~/platform/prisma/enums";

/** A unit with what a release asks about it, and where it stands. */
export type BatchUnit = UnitToRelease & {
  id: string;
  buildingId: string;
  buildingName: string;
  floorNo: number;
  floorLabel: string;
  entrance: string;
  number: string;
  use: UnitUse;
  grossCentiares: number;
  permitNumber: string | null;
};

const withFacts = (opensAt: Date) =>
  ({
    building: { select: { name: true, kind: true, position: true } },
    permit: { select: { number: true } },
    claims: { where: { endedAt: null }, select: { id: true } },
    // An approved list that is in force by the opening prices the unit as well as the one in force now.
    priceLines: {
      where: { priceList: { status: "APPROVED", effectiveAt: { lte: opensAt } } },
      orderBy: [{ priceList: { effectiveAt: "desc" } }, { priceList: { versionNo: "desc" } }],
      take: 1,
      select: { listFen: true },
    },
  }) as const satisfies Prisma.UnitInclude;

/** Units as they would be released at that moment, in the order of the board. */
export async function unitsToRelease(tx: Tx, where: Prisma.UnitWhereInput, opensAt: Date): Promise<BatchUnit[]> {
  const units = await tx.unit.findMany({
    where: { ...where, archivedAt: null },
    include: withFacts(opensAt),
    orderBy: [{ building: { position: "asc" } }, { entrance: "asc" }, { floorNo: "asc" }, { number: "asc" }],
  });
  return units.map(({ building, permit, claims, priceLines: [planned], ...unit }) => ({
    id: unit.id,
    label: unit.label,
    buildingId: unit.buildingId,
    buildingName: building.name,
    floorNo: unit.floorNo,
    floorLabel: unit.floorLabel,
    entrance: unit.entrance,
    number: unit.number,
    use: unit.use,
    grossCentiares: unit.grossCentiares,
    permitNumber: permit?.number ?? null,
    forSale: unit.saleCategory === "FOR_SALE",
    releaseState: unit.releaseState,
    taken: claims.length > 0,
    sealed: unit.sealed,
    presale: building.kind === "PRESALE",
    permitted: permit !== null,
    list: maybeFen(planned?.listFen ?? unit.listFen),
    filed: maybeFen(unit.filedFen),
  }));
}

function maybeFen(stored: bigint | null): Fen | null {
  return stored === null ? null : fen(stored);
}
