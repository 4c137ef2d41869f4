import type { Centiares } from "./area";
import { type FiledRule, filedBand } from "./filed-band";
import { type Fen, fen, partOf, roundTo, sumFen, yuan } from "./money";
import { type Ppm, ppm, WHOLE } from "./rate";
import { all, refuse, unless, type Verdict } from "./refusal";
import { canMove, type StateOf } from "./transition";
import { type UnitPrice, unitPriceOf } from "./unit-price";

export type PriceListStatus = StateOf<"price_list">;

/** A price of one unit: what is asked (表价) and what nobody goes below without the general manager (底价). */
export type ListedPrice = { list: Fen; floor: Fen };
export type PriceLine = ListedPrice & { unitId: string };

/** A unit of the phase as a price list sees it. `sold`: subscribed or further, its price is the deal's own. */
export type UnitToPrice = {
  id: string;
  label: string;
  forSale: boolean;
  sold: boolean;
  released: boolean;
  filed: Fen | null;
  inForce: ListedPrice | null;
};

/** One change for a whole phase. Rates and amounts below zero lower the price. */
export type UniformTerms = { base: "FILED" | "IN_FORCE"; changePpm: Ppm; change: Fen; floorBelowPpm: Ppm };

const WHOLE_YUAN = yuan(1);

/**
 * Prices by one rule: base × (1 + rate) + amount, down to whole yuan so that rounding never lifts a price above the
 * filed one; floor = list × (1 − depth), up to whole yuan. Sold units keep the price in force. Units that the base
 * says nothing about, and such as are not for sale, get no line.
 */
export function uniformLines(units: readonly UnitToPrice[], terms: UniformTerms): PriceLine[] {
  return units.flatMap((unit) => {
    if (unit.sold && unit.inForce) return [{ unitId: unit.id, ...unit.inForce }];
    const base = terms.base === "IN_FORCE" ? (unit.inForce?.list ?? unit.filed) : unit.filed;
    if (!unit.forSale || base === null) return [];
    const list = roundTo(fen(base + partOf(base, terms.changePpm, "DOWN") + terms.change), WHOLE_YUAN, "DOWN");
    const floor = roundTo(partOf(list, ppm(WHOLE - terms.floorBelowPpm), "UP"), WHOLE_YUAN, "UP");
    return [{ unitId: unit.id, list, floor }];
  });
}

/** Prices written one by one; units that the grid leaves out keep the price in force. */
export function gridLines(units: readonly UnitToPrice[], written: ReadonlyMap<string, ListedPrice>): PriceLine[] {
  return units.flatMap((unit) => {
    const price = written.get(unit.id) ?? unit.inForce;
    return price ? [{ unitId: unit.id, ...price }] : [];
  });
}

/** Is this a price at all? Above zero, and the floor not above it. */
export function priceStands(unit: string, { list, floor }: ListedPrice): Verdict {
  return all(
    unless(list > 0 && floor > 0, "amount_not_positive", { unit }),
    unless(floor <= list, "list_below_floor", { unit }),
  );
}

/** May a list with these lines be asked for and approved? The first unit that stands in the way is named. */
export function linesHold(units: readonly UnitToPrice[], lines: readonly PriceLine[], rule: FiledRule): Verdict {
  const byUnit = new Map(lines.map((line) => [line.unitId, line] as const));
  return all(
    unless(lines.length > 0, "price_missing"),
    ...units.map((unit) => lineHolds(unit, byUnit.get(unit.id) ?? null, rule)),
  );
}

/** What is wrong with one unit's line. A unit that is on offer cannot go without a price. */
export function lineHolds(unit: UnitToPrice, line: ListedPrice | null, rule: FiledRule): Verdict {
  if (!line) return unless(!(unit.forSale && unit.released && !unit.sold), "price_missing", { unit: unit.label });
  return all(
    priceStands(unit.label, line),
    unit.sold ? { ok: true } : inFiledBand(unit.label, line.list, unit.filed, rule),
  );
}

/** Nobody asks more than what was filed, nor less than a filed band allows, where the setting forbids it. */
export function inFiledBand(unit: string, list: Fen, filed: Fen | null, rule: FiledRule): Verdict {
  const band = filedBand(filed, rule);
  if (band.filed !== null && list > band.filed) return refuse("price_above_filed", { unit, filed: band.filed });
  return unless(band.filedLowest === null || list >= band.filedLowest, "price_below_filed_band", {
    unit,
    filedLowest: band.filedLowest ?? 0,
  });
}

/** May it be asked for now? It takes effect at a moment that lies ahead, or this very one. */
export function canAskFor(status: PriceListStatus, effectiveAt: Date, now: Date): Verdict {
  return all(
    canMove("price_list", "request_approval", status),
    unless(effectiveAt >= now, "effective_time_past", { effectiveAt }),
  );
}

/** May it take effect now? */
export function canTakeEffect(status: PriceListStatus, effectiveAt: Date, now: Date): Verdict {
  return all(
    canMove("price_list", "take_effect", status),
    unless(effectiveAt <= now, "not_yet_due", { at: effectiveAt }),
  );
}

/** Σ and mean of prices over areas; the mean in 1/100 fen per ㎡. */
export type PriceSum = { units: number; total: Fen; area: Centiares; mean: UnitPrice | null };

export function sumOf(priced: readonly { list: Fen; area: Centiares }[]): PriceSum {
  const total = sumFen(priced.map(({ list }) => list));
  const area = priced.reduce((sum, unit) => sum + unit.area, 0) as Centiares;
  return { units: priced.length, total, area, mean: area > 0 ? unitPriceOf(total, area, "HALF_UP") : null };
}
