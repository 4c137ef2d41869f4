import { gridLines, type PriceLine, priceStands, type UniformTerms, uniformLines } from "~/domain/price-list";
import { demand, Refused } from "~/domain/refusal";
import type { GridRow } from "./price-grid";
import type { PhaseUnit } from "./units-to-price.server";

/** Where the prices of a draft come from. */
export type PriceSource = ({ kind: "UNIFORM" } & UniformTerms) | { kind: "GRID"; rows: readonly GridRow[] };

/** The lines of a draft. Refuses rows that name no unit of the phase, or one twice, and prices that cannot stand. */
export function planLines(units: readonly PhaseUnit[], source: PriceSource): PriceLine[] {
  const lines =
    source.kind === "UNIFORM" ? uniformLines(units, source) : gridLines(units, writtenBy(units, source.rows));
  const labels = new Map(units.map(({ id, label }) => [id, label] as const));
  for (const line of lines) demand(priceStands(labels.get(line.unitId) ?? "", line));
  return lines;
}

function writtenBy(units: readonly PhaseUnit[], rows: readonly GridRow[]): Map<string, GridRow> {
  const byName = namesOf(units);
  const written = new Map<string, GridRow>();
  for (const row of rows) {
    const unitId = byName.get(nameKey(row.label));
    if (!unitId) throw new Refused({ code: "unit_not_in_phase", params: { unit: row.label, row: row.row } });
    if (written.has(unitId)) throw new Refused({ code: "value_duplicate", params: { value: row.label, row: row.row } });
    written.set(unitId, row);
  }
  return written;
}

/** Units by their name and, since names may repeat from building to building, by building and name. */
function namesOf(units: readonly PhaseUnit[]): Map<string, string | null> {
  const byName = new Map<string, string | null>();
  for (const { id, label, buildingName } of units) {
    const name = nameKey(label);
    byName.set(name, byName.has(name) ? null : id);
    byName.set(nameKey(`${buildingName}${label}`), id);
  }
  return byName;
}

function nameKey(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}
