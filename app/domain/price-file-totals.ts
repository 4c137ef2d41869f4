import type { FiledUnit } from "./price-file-row";
import { IMPORTED_STATUSES, type ImportedStatus } from "./price-file-words";

/** Areas in 1/100 ㎡, money in fen; `priced` counts the units behind the money. */
export type Sums = {
  units: number;
  grossCentiares: number;
  internalCentiares: number;
  priced: number;
  filedFen: number;
};

export type PriceFileTotals = Sums & { byStatus: Record<ImportedStatus, Sums>; byWord: Record<string, number> };

export function totalsOf(units: readonly FiledUnit[]): PriceFileTotals {
  const byStatus = Object.fromEntries(
    IMPORTED_STATUSES.map((status) => [status, sumOf(units.filter((unit) => unit.status === status))]),
  ) as Record<ImportedStatus, Sums>;
  const byWord: Record<string, number> = {};
  for (const { statusText } of units) if (statusText) byWord[statusText] = (byWord[statusText] ?? 0) + 1;
  return { ...sumOf(units), byStatus, byWord };
}

function sumOf(units: readonly FiledUnit[]): Sums {
  const sums = { units: units.length, grossCentiares: 0, internalCentiares: 0, priced: 0, filedFen: 0 };
  for (const unit of units) {
    sums.grossCentiares += unit.grossCentiares;
    sums.internalCentiares += unit.internalCentiares ?? 0;
    sums.priced += unit.filedFen === null ? 0 : 1;
    sums.filedFen += unit.filedFen ?? 0;
  }
  return sums;
}
