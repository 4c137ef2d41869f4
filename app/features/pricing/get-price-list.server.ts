import type { Centiares } from "~/domain/area";
import type { Fen } from "~/domain/money";
import { may } from "~/domain/permission";
import {
  type ListedPrice,
  lineHolds,
  type PriceLine,
  type PriceListStatus,
  type PriceSum,
  sumOf,
} from "~/domain/price-list";
import { demand, type Refusal, Refused } from "~/domain/refusal";
import { type UnitPrice, unitPriceOf } from "~/domain/unit-price";
import { findOpenSlip } from "~/features/approvals/find-open-slip.server";
import { getSentBack, type SentBack } from "~/features/approvals/get-sent-back.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { PriceList } from "~/platform/prisma/client";
import { linesOf } from "./request-price-list.server";
import { type PhaseUnit, unitsToPrice } from "./units-to-price.server";

/** One unit of a list beside the list before it; the floor price only for those who may read it. */
export type ComparedLine = {
  unitId: string;
  label: string;
  buildingName: string;
  floorNo: number;
  floorLabel: string;
  entrance: string;
  number: string;
  area: Centiares;
  list: Fen;
  perSquareMetre: UnitPrice | null;
  floor: Fen | null;
  before: Fen | null;
  filed: Fen | null;
  sold: boolean;
  problem: Refusal | null;
};

export type PriceListDetail = {
  id: string;
  name: string;
  phaseId: string;
  phaseName: string;
  versionNo: number;
  status: PriceListStatus;
  effectiveAt: Date;
  version: number;
  draftedBy: string;
  /** What it is compared with: the list that was in force before it; null for the first one. */
  comparedWith: { id: string; versionNo: number; name: string } | null;
  sum: PriceSum;
  /** The same units before, where they had a price. */
  sumBefore: PriceSum;
  changed: number;
  problems: number;
  buildings: string[];
  building: string;
  lines: ComparedLine[];
  readsFloor: boolean;
  approvalId: string | null;
  /** Why a draft is one again. */
  sentBack: SentBack | null;
};

/** A price list with the lines of one building, compared unit by unit with what was in force before. */
export async function getPriceList(ctx: Ctx, id: string, building: string | null): Promise<PriceListDetail> {
  demand(may(ctx.permissions, "price_list:read"));
  const list = await findList(ctx, id);
  const before = await listBefore(list);
  const [units, lines, earlier, approvalId, sentBack] = await Promise.all([
    unitsToPrice(db, ctx.projectId, list.phaseId),
    linesOf(db, id),
    before ? linesOf(db, before.id) : [],
    findOpenSlip(ctx, `price_list:${id}`),
    list.status === "DRAFT" ? getSentBack(ctx, `price_list:${id}`) : null,
  ]);
  const compared = compare(ctx, units, lines, earlier, isOpen(list));
  const buildings = [...new Set(compared.map(({ buildingName }) => buildingName))];
  const shown = buildings.find((name) => name === building) ?? buildings[0] ?? "";
  const both = compared.flatMap(({ before: list, area }) => (list === null ? [] : [{ list, area }]));
  return {
    ...{ id, name: list.name, phaseId: list.phaseId, phaseName: list.phase.name, versionNo: list.versionNo },
    ...{ status: list.status, effectiveAt: list.effectiveAt, version: list.version },
    draftedBy: list.draftedBy,
    comparedWith: before && { id: before.id, versionNo: before.versionNo, name: before.name },
    sum: sumOf(compared),
    sumBefore: sumOf(both),
    changed: compared.filter((line) => line.before !== null && line.before !== line.list).length,
    problems: compared.filter(({ problem }) => problem).length,
    buildings,
    building: shown,
    lines: compared.filter(({ buildingName }) => buildingName === shown),
    readsFloor: may(ctx.permissions, "price_list:read_floor").ok,
    approvalId,
    sentBack,
  };
}

async function findList(ctx: Ctx, id: string) {
  const list = await db.priceList.findFirst({ where: { id, projectId: ctx.projectId }, include: { phase: true } });
  if (!list) throw new Refused({ code: "not_found" });
  const drafter = await db.user.findUnique({ where: { id: list.draftedById }, select: { name: true } });
  return { ...list, draftedBy: drafter?.name ?? "" };
}

/** What was in force before this list took effect, or is in force while it waits. */
function listBefore(list: PriceList) {
  return db.priceList.findFirst({
    where: {
      ...{ phaseId: list.phaseId, id: { not: list.id }, status: { in: ["EFFECTIVE", "SUPERSEDED"] } },
      ...(isOpen(list) ? {} : { effectiveAt: { lt: list.effectiveAt } }),
    },
    orderBy: [{ effectiveAt: "desc" }, { versionNo: "desc" }],
  });
}

function isOpen({ status }: Pick<PriceList, "status">): boolean {
  return status === "DRAFT" || status === "SUBMITTED" || status === "APPROVED";
}

function compare(
  ctx: Ctx,
  units: readonly PhaseUnit[],
  lines: readonly PriceLine[],
  earlier: readonly PriceLine[],
  open: boolean,
): ComparedLine[] {
  const readsFloor = may(ctx.permissions, "price_list:read_floor").ok;
  const prices = new Map<string, ListedPrice>(lines.map((line) => [line.unitId, line] as const));
  const before = new Map(earlier.map((line) => [line.unitId, line.list] as const));
  return units.flatMap(({ inForce, forSale: _forSale, released: _released, ...unit }) => {
    const price = prices.get(unit.id);
    if (!price) return [];
    const verdict = lineHolds({ ...unit, inForce, forSale: true, released: true }, price, ctx.settings);
    return [
      {
        unitId: unit.id,
        ...{ label: unit.label, buildingName: unit.buildingName, floorNo: unit.floorNo, floorLabel: unit.floorLabel },
        ...{ entrance: unit.entrance, number: unit.number, area: unit.area, filed: unit.filed, sold: unit.sold },
        list: price.list,
        perSquareMetre: unit.area > 0 ? unitPriceOf(price.list, unit.area, "HALF_UP") : null,
        floor: readsFloor ? price.floor : null,
        before: before.get(unit.id) ?? null,
        problem: open && !verdict.ok ? verdict.refusal : null,
      },
    ];
  });
}
