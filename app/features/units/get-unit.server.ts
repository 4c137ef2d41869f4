import { type Centiares, centiares } from "~/domain/area";
import { liveStage } from "~/domain/deal-state";
import { type Fen, fen } from "~/domain/money";
import { may } from "~/domain/permission";
import { Refused } from "~/domain/refusal";
import { type OpenClaim, saleStateOf, type UnitFacts } from "~/domain/unit-state";
import type { Ctx } from "~/platform/context.server";
import { db, type Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { maybeDayOf } from "~/platform/stored-day.server";

const SHOWN = {
  building: { include: { phase: { include: { seller: true } } } },
  layout: true,
  permit: true,
  claims: {
    where: { endedAt: null },
    include: { deal: { include: { consultant: true, filing: true, handover: true } } },
  },
} as const satisfies Prisma.UnitInclude;

type StoredUnit = Prisma.UnitGetPayload<{ include: typeof SHOWN }>;

/**
 * A unit of the caller's project with its facts, names and prices. The floor price is there for those who may read it,
 * null for everybody else. Refuses `not_found`.
 */
export async function getUnit(ctx: Ctx, unitId: string, client: Tx = db) {
  const unit = await client.unit.findFirst({
    where: { id: unitId, projectId: ctx.projectId, archivedAt: null },
    include: SHOWN,
  });
  if (!unit) throw new Refused({ code: "not_found" });
  const facts = unitFacts(unit);
  return {
    ...facts,
    ...namesOf(unit),
    ...areasOf(unit),
    ...pricesOf(unit, may(ctx.permissions, "price_list:read_floor").ok),
    id: unit.id,
    saleState: saleStateOf(facts, ctx.now),
    dealId: unit.claims[0]?.dealId ?? null,
    dealConsultantId: unit.claims[0]?.deal?.consultantId ?? null,
    holdReason: unit.claims[0]?.deal?.holdReason ?? "",
    use: unit.use,
    saleCategory: unit.saleCategory,
    sealed: unit.sealed,
    mortgaged: unit.mortgaged,
    bankConsentOn: maybeDayOf(unit.bankConsentOn),
    releasedOn: maybeDayOf(unit.releasedOn),
    handoverPromisedOn: maybeDayOf(unit.handoverPromisedOn),
    landTermUntil: maybeDayOf(unit.landTermUntil),
    withheldUntil: unit.withheldUntil,
    withheldReason: unit.withheldReason,
    note: unit.note,
    version: unit.version,
  };
}

export type UnitDetail = Awaited<ReturnType<typeof getUnit>>;

function namesOf(unit: StoredUnit) {
  const { building, layout } = unit;
  return {
    label: unit.label,
    buildingId: building.id,
    buildingName: building.name,
    buildingKind: building.kind,
    phaseId: building.phaseId,
    phaseName: building.phase.name,
    sellerId: building.phase.sellerId,
    sellerName: building.phase.seller.name,
    permitNumber: unit.permit?.number ?? null,
    layout: layout && {
      name: layout.name,
      rooms: layout.rooms,
      livingRooms: layout.livingRooms,
      bathrooms: layout.bathrooms,
    },
    entrance: unit.entrance,
    floorLabel: unit.floorLabel,
    number: unit.number,
    legalAddress: unit.legalAddress,
    orientation: unit.orientation,
    view: unit.view,
    fittingOut: unit.fittingOut,
  };
}

function areasOf(unit: StoredUnit) {
  const surveyed = (area: number | null): Centiares | null => (area === null ? null : centiares(area));
  return {
    gross: centiares(unit.grossCentiares),
    internal: centiares(unit.internalCentiares),
    surveyedGross: surveyed(unit.surveyedGrossCentiares),
    surveyedInternal: surveyed(unit.surveyedInternalCentiares),
    gift: centiares(unit.giftCentiares),
  };
}

function pricesOf(unit: StoredUnit, withFloor: boolean) {
  const price = (stored: bigint | null): Fen | null => (stored === null ? null : fen(stored));
  return {
    priceBasis: unit.priceBasis,
    list: price(unit.listFen),
    filed: price(unit.filedFen),
    floor: withFloor ? price(unit.floorFen) : null,
    fittingOutPrice: fen(unit.fittingOutFen),
  };
}

/** What the sale state follows from. No queue numbers are kept yet, so none stand in line. */
function unitFacts(unit: StoredUnit): UnitFacts {
  const [claim] = unit.claims;
  return { releaseState: unit.releaseState, queueNumbers: 0, openClaim: claim ? openClaim(claim) : null };
}

function openClaim({ since, deal, openingState }: StoredUnit["claims"][number]): OpenClaim {
  if (!deal) return { kind: "OPENING", since, state: openingState ?? "RESERVED" };
  return {
    kind: "DEAL",
    since,
    by: deal.consultant.name,
    stage: liveStage(deal.stage),
    holdUntil: deal.holdUntil,
    filed: deal.filing?.state === "FILED" || deal.filing?.state === "RECORDED",
    delivered: deal.handover?.state === "DELIVERED" || deal.handover?.state === "TRANSFERRED",
  };
}
