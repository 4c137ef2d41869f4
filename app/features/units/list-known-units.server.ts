import { centiares } from "~/domain/area";
import { fen } from "~/domain/money";
import type { KnownUnit } from "~/domain/price-file-diff";
import { unitPrice } from "~/domain/unit-price";
import type { Tx } from "~/platform/db.server";

/** Every unit of a project as an import compares it. */
export async function listKnownUnits(tx: Pick<Tx, "unit">, projectId: string): Promise<KnownUnit[]> {
  const units = await tx.unit.findMany({
    where: { projectId },
    select: {
      ...{ id: true, entrance: true, floorLabel: true, number: true, label: true, use: true, orientation: true },
      ...{ grossCentiares: true, internalCentiares: true, surveyedGrossCentiares: true },
      ...{ surveyedInternalCentiares: true, filedFen: true, filedUnitCentifen: true, listFen: true },
      building: { select: { name: true } },
      claims: {
        where: { endedAt: null },
        select: { openingState: true, deal: { select: { stage: true, filing: { select: { state: true } } } } },
      },
    },
  });
  return units.map(({ building, claims: [claim], ...unit }) => ({
    ...unit,
    building: building.name,
    grossCentiares: centiares(unit.grossCentiares),
    internalCentiares: centiares(unit.internalCentiares),
    surveyedGrossCentiares: maybe(unit.surveyedGrossCentiares, centiares),
    surveyedInternalCentiares: maybe(unit.surveyedInternalCentiares, centiares),
    filedFen: maybe(unit.filedFen, fen),
    filedUnitCentifen: maybe(unit.filedUnitCentifen, unitPrice),
    listFen: maybe(unit.listFen, fen),
    sale: saleOf(claim),
    inDeal: claim?.deal != null,
  }));
}

type Claim = {
  openingState: KnownUnit["sale"] | null;
  deal: { stage: string; filing: { state: string } | null } | null;
};

function saleOf(claim: Claim | undefined): KnownUnit["sale"] {
  if (!claim) return "FOR_SALE";
  if (claim.openingState) return claim.openingState;
  if (claim.deal?.stage === "HELD") return "HELD";
  if (claim.deal?.stage === "RESERVED") return "RESERVED";
  return ["FILED", "RECORDED"].includes(claim.deal?.filing?.state ?? "") ? "FILED" : "CONTRACTED";
}

function maybe<Stored, Whole>(value: Stored | null, as: (value: Stored) => Whole): Whole | null {
  return value === null ? null : as(value);
}
