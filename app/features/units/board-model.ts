import { SALE_STATES, type SaleState } from "~/domain/unit-state";
import { type BoardSums, priceOf, sumBoard } from "./board-sums";
import type { BoardDelta, BoardSnapshot, BoardUnit, BoardValue } from "./board-unit";

/** What the board is narrowed to. Areas in 1/100 ㎡, prices in fen; null is no bound, an empty set is everything. */
export type BoardFilter = {
  states: ReadonlySet<SaleState>;
  layout: string;
  orientation: string;
  use: string;
  areaMin: number | null;
  areaMax: number | null;
  priceMin: number | null;
  priceMax: number | null;
  floorMin: number | null;
  floorMax: number | null;
};

/**
 * The board in the browser. Units keep their place in `units`; what is drawn thousands of times a second lies in typed
 * arrays beside them. `revision` grows with every change, `shape` when units came or moved.
 */
export class BoardModel {
  units: BoardUnit[] = [];
  states = new Uint8Array(0);
  buildings: readonly string[] = [];
  version = 0;
  revision = 0;
  shape = 0;
  /** When each unit last changed before our eyes, by `performance.now()`; 0 for never. */
  changedAt = new Float64Array(0);
  #at = new Map<string, number>();

  load(snapshot: BoardSnapshot): void {
    this.version = snapshot.version;
    this.buildings = snapshot.buildings.map(({ name }) => name);
    this.#place(snapshot.rows.map((row) => unitOf(snapshot.columns, row)));
  }

  /** Takes a delta in, unless it is older than what is shown. Returns whether anything changed. */
  apply(delta: BoardDelta, moment: number): boolean {
    if (delta.version < this.version) return false;
    this.version = delta.version;
    if (delta.units.length === 0) return false;
    const known = delta.units.every((unit) => this.#stands(unit));
    if (!known) {
      const changed = new Map(delta.units.map((unit) => [unit.id, unit] as const));
      const kept = this.units.filter(({ id }) => !changed.has(id));
      this.#place([...kept, ...changed.values()]);
      return true;
    }
    for (const unit of delta.units) this.#write(this.#at.get(unit.id) ?? 0, unit, moment);
    this.revision += 1;
    return true;
  }

  /** Holds whose time is up count for nothing from that second on, swept or not. Returns the next end, if any. */
  expire(now: number, moment: number): number | null {
    let next: number | null = null;
    this.units.forEach((unit, at) => {
      if (unit.until === null) return;
      if (unit.until > now) next = Math.min(next ?? unit.until, unit.until);
      else {
        this.#write(at, { ...unit, state: unit.after, until: null, since: null, by: "", reason: "" }, moment);
        this.revision += 1;
      }
    });
    return next;
  }

  indexOf(id: string): number {
    return this.#at.get(id) ?? -1;
  }

  sums(): BoardSums {
    return sumBoard(this.units);
  }

  /** 1 for each unit that the filter lets through. */
  matching(filter: BoardFilter): Uint8Array {
    return Uint8Array.from(this.units, (unit) => (matches(unit, filter) ? 1 : 0));
  }

  #stands(unit: BoardUnit): boolean {
    const known = this.units[this.#at.get(unit.id) ?? -1];
    return known !== undefined && known.building === unit.building && known.floor === unit.floor;
  }

  #place(units: BoardUnit[]): void {
    this.units = units;
    this.#at = new Map(units.map(({ id }, at) => [id, at] as const));
    this.states = new Uint8Array(units.length);
    this.changedAt = new Float64Array(units.length);
    const named = new Set(this.buildings);
    const more = [...new Set(units.map(({ building }) => building))].filter((name) => !named.has(name));
    if (more.length > 0) this.buildings = [...this.buildings, ...more];
    units.forEach((unit, at) => {
      this.#write(at, unit, 0);
    });
    this.shape += 1;
    this.revision += 1;
  }

  #write(at: number, unit: BoardUnit, moment: number): void {
    this.units[at] = unit;
    this.states[at] = SALE_STATES.indexOf(unit.state);
    this.changedAt[at] = moment;
  }
}

function matches(unit: BoardUnit, filter: BoardFilter): boolean {
  const within = (value: number | null, min: number | null, max: number | null) =>
    (min === null || (value !== null && value >= min)) && (max === null || (value !== null && value <= max));
  return (
    (filter.states.size === 0 || filter.states.has(unit.state)) &&
    (filter.layout === "" || filter.layout === unit.layout) &&
    (filter.orientation === "" || filter.orientation === unit.orientation) &&
    (filter.use === "" || filter.use === unit.use) &&
    within(unit.gross, filter.areaMin, filter.areaMax) &&
    within(priceOf(unit), filter.priceMin, filter.priceMax) &&
    within(unit.floorNo, filter.floorMin, filter.floorMax)
  );
}

function unitOf(columns: readonly string[], row: readonly BoardValue[]): BoardUnit {
  return Object.fromEntries(columns.map((column, at) => [column, row[at]])) as BoardUnit;
}
