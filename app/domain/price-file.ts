import { brokenRows } from "./price-file-broken";
import { applyProfile, detectPriceFile } from "./price-file-detect";
import type { PriceFileProblem, RowProblem, RowWarning } from "./price-file-problem";
import { type Detection, type PriceFileProfile, sourceOf, valueAt } from "./price-file-profile";
import { type FiledUnit, readRow } from "./price-file-row";
import { isBlankRow, type SheetFile, type SheetRow } from "./price-file-sheet";
import { type PriceFileTotals, totalsOf } from "./price-file-totals";

/**
 * A price list read. `fileProblems` refuse it as a whole (then there are no units); `refused` are single rows that
 * stay out; `warnings` are rows that come in and want a look.
 */
export type PriceFileReading = {
  profile: PriceFileProfile | null;
  confidence: number;
  header: SheetRow | null;
  rows: number;
  /** The first rows below the header, as they stand in the file. */
  sample: readonly SheetRow[];
  units: readonly FiledUnit[];
  fileProblems: readonly PriceFileProblem[];
  refused: readonly RowProblem[];
  warnings: readonly RowWarning[];
  totals: PriceFileTotals;
};

const SAMPLE = 5;

/** Reads a price list by the given profile, or by what the file itself shows. */
export function readPriceFile(file: SheetFile, profile: PriceFileProfile | null = null): PriceFileReading {
  const found = profile ? applyProfile(file, profile) : detectPriceFile(file);
  if (!found)
    return refusedFile(null, [], [{ row: null, column: null, code: profile ? "profile_does_not_fit" : "no_rows" }]);
  const rows = found.sheet.rows.filter((row) => row.row > (found.header?.row ?? 0) && !isBlankRow(row));
  const problems = [...unreadable(found, rows), ...(found.missing.length > 0 ? [] : brokenRows(found, rows))];
  return problems.length > 0 ? refusedFile(found, rows, problems) : readRows(found, rows);
}

function unreadable(found: Detection, rows: readonly SheetRow[]): PriceFileProblem[] {
  const row = found.header?.row ?? null;
  if (found.profile.sources.length < 2) return [{ row, column: null, code: "file_shape_unknown" }];
  const missing = found.missing.map((field) => ({ row, column: field, code: "column_missing" }) as const);
  return missing.length > 0 || rows.length > 0 ? missing : [{ row, column: null, code: "no_rows" }];
}

function readRows(found: Detection, rows: readonly SheetRow[]): PriceFileReading {
  const { profile, confidence, header } = found;
  const units: FiledUnit[] = [];
  const refused: RowProblem[] = [];
  const warnings: RowWarning[] = [];
  const seen = new Map<string, FiledUnit>();
  for (const row of rows) {
    if (isSummary(profile, row)) {
      warnings.push({ row: row.row, column: null, code: "summary_row_skipped" });
      continue;
    }
    const reading = readRow(profile, row);
    refused.push(...reading.problems);
    if (!reading.unit) continue;
    const first = seen.get(identityOf(reading.unit));
    if (first) {
      refused.push(duplicateOf(profile, reading.unit, first));
      continue;
    }
    seen.set(identityOf(reading.unit), reading.unit);
    units.push(reading.unit);
    warnings.push(...reading.warnings);
  }
  const totals = totalsOf(units);
  return {
    profile,
    confidence,
    header,
    rows: rows.length,
    sample: rows.slice(0, SAMPLE),
    units,
    fileProblems: [],
    refused,
    warnings,
    totals,
  };
}

function duplicateOf(profile: PriceFileProfile, unit: FiledUnit, first: FiledUnit): RowProblem {
  const column = sourceOf(profile, "number")?.name ?? null;
  return { row: unit.row, column, code: "duplicate_unit", params: { found: unit.number, firstRow: first.row } };
}

function identityOf(unit: FiledUnit): string {
  return [unit.buildingText, unit.entranceText, unit.floorText, unit.number].join("\u0000");
}

/** 合计 at the foot of a list is no unit. */
function isSummary(profile: PriceFileProfile, row: SheetRow): boolean {
  const number = sourceOf(profile, "number");
  const words = [row.cells.find((cell) => cell !== "") ?? "", number ? (valueAt(row.cells, number) ?? "") : ""];
  return words.some((word) => /^(?:合计|总计|小计)/.test(word.replace(/\s/g, "")));
}

function refusedFile(
  found: Detection | null,
  rows: readonly SheetRow[],
  fileProblems: PriceFileProblem[],
): PriceFileReading {
  return {
    profile: found?.profile ?? null,
    confidence: found?.confidence ?? 0,
    header: found?.header ?? null,
    rows: rows.length,
    sample: rows.slice(0, SAMPLE),
    units: [],
    fileProblems,
    refused: [],
    warnings: [],
    totals: totalsOf([]),
  };
}
