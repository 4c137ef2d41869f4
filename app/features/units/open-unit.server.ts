import { addDays, dayIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import type { Ctx } from "~/platform/context.server";
import { getUnit, type UnitDetail } from "./get-unit.server";
import { listUnitHistory } from "./list-unit-history.server";
import { listUnitPrices } from "./list-unit-prices.server";

/** A unit as the board's drawer shows it: with what happened to it, and what the caller may do. Refuses `not_found`. */
export async function openUnit(ctx: Ctx, unitId: string) {
  const unit = await getUnit(ctx, unitId);
  return {
    unit,
    prices: await listUnitPrices(ctx, unitId),
    history: await listUnitHistory(ctx, unitId),
    actions: actionsOn(ctx, unit),
    start: await withholdingStart(ctx),
  };
}

function actionsOn({ permissions }: Ctx, { saleState, sealed, saleCategory, list, dealId }: UnitDetail) {
  const free = saleState === "AVAILABLE" && !sealed && saleCategory === "FOR_SALE";
  const allowed = (permission: Parameters<typeof may>[1]) => may(permissions, permission).ok;
  return {
    hold: free && allowed("deal:place_hold"),
    quote: allowed("unit:quote") && list !== null && (free || saleState === "HELD"),
    deal: dealId !== null && allowed("deal:read"),
    withhold: saleState === "AVAILABLE" && allowed("unit:withhold"),
    lift: saleState === "WITHHELD" && allowed("unit:lift_withholding"),
  };
}

/** A week is what most withholdings last. */
async function withholdingStart(ctx: Ctx) {
  const maxDays = ctx.settings.withholdDays;
  const until = addDays(dayIn(ctx.timeZone, ctx.now), Math.min(7, maxDays));
  return {
    key: crypto.randomUUID(),
    until: `${until}T18:00`,
    maxDays,
    settings: await settingOrigins(ctx, ["withholdDays", "withholdCap"]),
  };
}
