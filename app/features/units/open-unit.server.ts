import { addDays, dayIn } from "~/domain/calendar";
import type { Fen } from "~/domain/money";
import { may, reachOf } from "~/domain/permission";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { type UnitPrice, unitPriceOf } from "~/domain/unit-price";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import type { Ctx } from "~/platform/context.server";
import { getUnit, type UnitDetail } from "./get-unit.server";
import { listUnitHistory } from "./list-unit-history.server";
import { listUnitPrices } from "./list-unit-prices.server";

export type OpenedUnit = Awaited<ReturnType<typeof openUnit>>;

/** A unit as the board's drawer shows it: with what happened to it, and what the caller may do. Refuses `not_found`. */
export async function openUnit(ctx: Ctx, unitId: string) {
  const unit = await getUnit(ctx, unitId);
  return {
    unit,
    prices: pricesOf(unit),
    offered: (await listUnitPrices(ctx, unitId)).map((one) => ({ ...one, ...perSquareMetre(one.list, unit) })),
    history: await listUnitHistory(ctx, unitId),
    actions: actionsOn(ctx, unit),
    start: await withholdingStart(ctx),
  };
}

const PRICES = ["list", "filed", "floor"] as const;

/** What the unit costs, as far as the caller may know: in all and per ㎡. */
function pricesOf(unit: UnitDetail) {
  return PRICES.flatMap((name) => {
    const total = unit[name];
    return total === null ? [] : [{ name, total, ...perSquareMetre(total, unit) }];
  });
}

/** A total on either area, rounded half up to 1/100 fen per ㎡; null where the area is not known. */
function perSquareMetre(total: Fen, { gross, internal }: UnitDetail) {
  const on = (area: UnitDetail["gross"]): UnitPrice | null => (area > 0 ? unitPriceOf(total, area, "HALF_UP") : null);
  return { perGross: on(gross), perInternal: on(internal) };
}

function actionsOn(ctx: Ctx, unit: UnitDetail) {
  const { permissions } = ctx;
  const { saleState, sealed, saleCategory, list } = unit;
  const free = saleState === "AVAILABLE" && !sealed && saleCategory === "FOR_SALE";
  const allowed = (permission: Parameters<typeof may>[1]) => may(permissions, permission).ok;
  return {
    hold: free && allowed("deal:place_hold"),
    quote: allowed("unit:quote") && list !== null && (free || saleState === "HELD"),
    deal: reachesDeal(ctx, unit),
    withhold: saleState === "AVAILABLE" && allowed("unit:withhold"),
    lift: saleState === "WITHHELD" && allowed("unit:lift_withholding"),
  };
}

/** A consultant opens the deals that are his own; a colleague's is not found. */
function reachesDeal({ permissions, actorId }: Ctx, { dealId, dealConsultantId }: UnitDetail): boolean {
  const reach = reachOf(permissions, "deal:read");
  return dealId !== null && (reach === "scope" || (reach === "own" && dealConsultantId === actorId));
}

/** A week is what most withholdings last. */
async function withholdingStart(ctx: Ctx) {
  const maxDays = ctx.settings.withholdDays;
  const until = addDays(dayIn(ctx.timeZone, ctx.now), Math.min(7, maxDays));
  return {
    key: crypto.randomUUID(),
    until: `${until}T18:00`,
    maxDays,
    settings: await settingOrigins(ctx, SCREEN_SETTINGS.withholding),
  };
}
