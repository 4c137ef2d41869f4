import type { Centiares } from "./area";
import type { Fen } from "./money";
import type { PlacedUnit } from "./price-file-place";
import type { RowProblem, RowWarning } from "./price-file-problem";
import type { ImportedStatus, ImportedUse } from "./price-file-words";
import type { UnitPrice } from "./unit-price";

/** What a file may change on a unit that exists. Sale and release are not among it: those have their own commands. */
export type FiledFacts = {
  use: ImportedUse;
  grossCentiares: Centiares;
  internalCentiares: Centiares;
  surveyedGrossCentiares: Centiares | null;
  surveyedInternalCentiares: Centiares | null;
  filedFen: Fen | null;
  filedUnitCentifen: UnitPrice | null;
  orientation: string;
};

/** A unit as the project has it. `sale` is the stage of its open claim; `inDeal` when a deal stands behind that. */
export type KnownUnit = FiledFacts & {
  id: string;
  building: string;
  entrance: string;
  floorLabel: string;
  number: string;
  label: string;
  listFen: Fen | null;
  sale: ImportedStatus | "HELD";
  inDeal: boolean;
};

export type FactName = keyof FiledFacts;
export type FactChange = { fact: FactName; before: string | number | null; after: string | number | null };
export type UnitChange = { id: string; row: number; label: string; changes: FactChange[]; facts: FiledFacts };

export type ImportPlan = {
  added: PlacedUnit[];
  changed: UnitChange[];
  unchanged: number;
  /** Units of the project that the file does not mention. They stay as they are. */
  absent: number;
  refused: RowProblem[];
  warnings: RowWarning[];
};

/** What an import would do to the project's units. Importing what is there already plans nothing. */
export function planImport(units: readonly PlacedUnit[], known: readonly KnownUnit[]): ImportPlan {
  const byPlace = new Map(known.map((unit) => [placeKey(unit), unit] as const));
  const plan: ImportPlan = { added: [], changed: [], unchanged: 0, absent: known.length, refused: [], warnings: [] };
  for (const unit of units) {
    const same = byPlace.get(placeKey(unit));
    if (!same) {
      plan.added.push(unit);
      continue;
    }
    plan.absent -= 1;
    planExisting(plan, unit, same);
  }
  return plan;
}

export function placeKey(unit: { building: string; entrance: string; floorLabel: string; number: string }): string {
  return [unit.building, unit.entrance, unit.floorLabel, unit.number].join("\u0000");
}

/** The facts a file gives for a unit; where it is silent, what is known stays: offices hide prices of sold units. */
export function factsOf(unit: PlacedUnit, known: FiledFacts | null): FiledFacts {
  return {
    use: unit.use,
    grossCentiares: unit.grossCentiares,
    internalCentiares: unit.internalCentiares ?? known?.internalCentiares ?? (0 as Centiares),
    surveyedGrossCentiares: unit.surveyedGrossCentiares ?? known?.surveyedGrossCentiares ?? null,
    surveyedInternalCentiares: unit.surveyedInternalCentiares ?? known?.surveyedInternalCentiares ?? null,
    filedFen: unit.filedFen ?? known?.filedFen ?? null,
    filedUnitCentifen: unit.unitPriceCentifen ?? known?.filedUnitCentifen ?? null,
    orientation: unit.orientation || (known?.orientation ?? ""),
  };
}

function planExisting(plan: ImportPlan, unit: PlacedUnit, known: KnownUnit): void {
  const facts = factsOf(unit, known);
  const changes = changesBetween(known, facts);
  if (unit.statusText && unit.status !== known.sale) {
    const params = { found: unit.statusText, known: known.sale };
    plan.warnings.push({ row: unit.row, column: null, code: "status_differs", params });
  }
  if (changes.length === 0) {
    plan.unchanged += 1;
    return;
  }
  const problem = obstacle(unit, known, facts);
  if (problem) plan.refused.push(problem);
  else plan.changed.push({ id: known.id, row: unit.row, label: known.label, changes, facts });
}

/** Prices and areas that a deal was made on stand; a price list in force is never left above the filed price. */
function obstacle(unit: PlacedUnit, known: KnownUnit, facts: FiledFacts): RowProblem | null {
  if (known.inDeal) return { row: unit.row, column: null, code: "unit_in_deal", params: { label: known.label } };
  if (known.listFen === null || facts.filedFen === null || known.listFen <= facts.filedFen) return null;
  const params = { label: known.label, listFen: known.listFen, filedFen: facts.filedFen };
  return { row: unit.row, column: null, code: "filed_below_list", params };
}

function changesBetween(before: FiledFacts, after: FiledFacts): FactChange[] {
  const names = Object.keys(after) as FactName[];
  return names
    .filter((fact) => before[fact] !== after[fact])
    .map((fact) => ({ fact, before: before[fact], after: after[fact] }));
}
