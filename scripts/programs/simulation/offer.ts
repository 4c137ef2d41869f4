import type { Model } from "./model";
import type { Slip, Unit } from "./records";

// Prices and openings as plain records, beside the model of the sale.

type Price = { listFen: number; floorFen: number };

export type PriceList = {
  /** By which the story names it. */
  name: string;
  id: string;
  versionNo: number;
  status: "DRAFT" | "SUBMITTED" | "APPROVED" | "EFFECTIVE" | "SUPERSEDED" | "WITHDRAWN";
  version: number;
  effectiveAt: number;
  lines: Map<Unit, Price>;
  slip: Slip | null;
};

export type Batch = {
  name: string;
  id: string;
  status: "DRAFT" | "REQUESTED" | "APPROVED" | "RELEASED" | "CANCELLED";
  version: number;
  opensAt: number;
  units: Unit[];
  slip: Slip | null;
};

/** One change for every unit, or prices for some of them. */
export type PriceTerms =
  | { kind: "UNIFORM"; base: "FILED" | "IN_FORCE"; changeFen: number }
  | { kind: "GRID"; prices: readonly { unit: Unit; listFen: number; floorFen: number }[] };

/** The lines of a draft: sold units and those that a grid leaves out keep the price in force. */
export function linesOf(model: Model, terms: PriceTerms): Map<Unit, Price> {
  const lines = new Map<Unit, Price>();
  for (const unit of model.units) {
    const kept = priceOf(unit);
    if (terms.kind === "GRID") {
      const written = terms.prices.find((one) => one.unit === unit) ?? kept;
      if (written) lines.set(unit, { listFen: written.listFen, floorFen: written.floorFen });
    } else if (isSold(model, unit) && kept) lines.set(unit, kept);
    else {
      const base = terms.base === "IN_FORCE" ? (unit.listFen ?? unit.filedFen) : unit.filedFen;
      const listFen = base + terms.changeFen;
      lines.set(unit, { listFen, floorFen: (listFen / 10) * 9 });
    }
  }
  return lines;
}

/** What stands in the way of asking for a list, unit by unit. */
export function faultOfList(model: Model, { lines }: PriceList): string | null {
  for (const unit of model.units) {
    const line = lines.get(unit);
    if (!line && isOffered(unit) && !isSold(model, unit)) return "price_missing";
    if (line && !isSold(model, unit) && line.listFen > unit.filedFen) return "price_above_filed";
  }
  return null;
}

/** What stands in the way of an opening at that moment, unit by unit. */
export function faultOfBatch(model: Model, units: readonly Unit[], at: number): string | null {
  for (const unit of [...units].sort((a, b) => a.no - b.no)) {
    const listFen = plannedFen(model, unit, at);
    if (isOffered(unit) || model.claimOn(unit)) return "already_released";
    if (!unit.permitted) return "unit_outside_permit";
    if (listFen === null) return "price_not_approved";
    if (listFen > unit.filedFen) return "price_above_filed";
  }
  return null;
}

/** Lists whose time has come take effect, the latest last. */
export function takeEffect(model: Model): void {
  const due = model.lists.filter(({ status, effectiveAt }) => status === "APPROVED" && effectiveAt <= model.now);
  for (const list of due.sort((a, b) => a.effectiveAt - b.effectiveAt || a.versionNo - b.versionNo)) {
    const before = model.lists.find(({ status }) => status === "EFFECTIVE");
    if (before) moveOn(before, "SUPERSEDED");
    moveOn(list, "EFFECTIVE");
    for (const [unit, price] of list.lines) Object.assign(unit, price, { version: unit.version + 1 });
  }
}

/** What stands in the way of opening a batch now; null when it opens. */
export function faultOfOpening(model: Model, batch: Batch): string | null {
  const fault = faultOfBatch(model, batch.units, model.now);
  if (fault) return fault;
  if (batch.opensAt > model.now) return "not_yet_due";
  return batch.units.some(({ listFen }) => listFen === null) ? "price_not_approved" : null;
}

export function open(batch: Batch): void {
  moveOn(batch, "RELEASED");
  for (const unit of batch.units) Object.assign(unit, { released: true, version: unit.version + 1 });
}

/** Batches whose moment has come open; one that cannot stays as it is. */
export function openDueBatches(model: Model): void {
  const due = model.batches.filter(({ status, opensAt }) => status === "APPROVED" && opensAt <= model.now);
  for (const batch of due.sort((a, b) => a.opensAt - b.opensAt || (a.id < b.id ? -1 : 1)))
    if (!faultOfOpening(model, batch)) open(batch);
}

export function moveOn<One extends { status: string; version: number }>(one: One, status: One["status"]): void {
  one.status = status;
  one.version += 1;
}

/** On offer, or kept back from it. */
export function isOffered({ released, withheldUntil }: Unit): boolean {
  return released || withheldUntil !== null;
}

function isSold(model: Model, unit: Unit): boolean {
  const stage = model.claimOn(unit)?.stage;
  return stage === "RESERVED" || stage === "CONTRACTED";
}

function priceOf({ listFen, floorFen }: Unit): Price | null {
  return listFen === null ? null : { listFen, floorFen: floorFen ?? listFen };
}

/** The price of a list that is approved and in force by then, else the one in force. */
function plannedFen(model: Model, unit: Unit, at: number): number | null {
  const [planned] = model.lists
    .filter(({ status, effectiveAt, lines }) => status === "APPROVED" && effectiveAt <= at && lines.has(unit))
    .sort((a, b) => b.effectiveAt - a.effectiveAt || b.versionNo - a.versionNo);
  return planned?.lines.get(unit)?.listFen ?? unit.listFen;
}
