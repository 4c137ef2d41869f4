import { readPriceFile } from "~/domain/price-file";
import { type PlacedUnit, placeUnits } from "~/domain/price-file-place";
import type { ImportProblemCode, Problem } from "~/domain/price-file-problem";
import type { PriceFileProfile } from "~/domain/price-file-profile";
import { type PriceFileTotals, totalsOf } from "~/domain/price-file-totals";
import { readSheets } from "~/platform/sheet.server";

export type SourceFile = { fileName: string; bytes: Uint8Array };

/** A price list as it was understood. With a reason against the whole file in `fileProblems` it has no units. */
export type PriceList = {
  profile: PriceFileProfile | null;
  encoding: string | null;
  confidence: number;
  header: readonly string[];
  rows: number;
  units: readonly PlacedUnit[];
  fileProblems: readonly Problem<ImportProblemCode>[];
  refused: readonly Problem<ImportProblemCode>[];
  warnings: readonly Problem<ImportProblemCode>[];
  totals: PriceFileTotals;
};

/** Reads a file by the given profile, or by what the file itself shows. Touches no database. */
export async function readPriceList(file: SourceFile, profile: PriceFileProfile | null): Promise<PriceList> {
  const sheets = await readSheets(file.bytes, file.fileName);
  if (!sheets.ok) return unreadable(sheets.problem);
  const reading = readPriceFile(sheets.file, profile);
  const { units, refused } = placeUnits(reading.units, reading.profile?.buildingRules ?? []);
  return {
    profile: reading.profile,
    encoding: sheets.file.encoding,
    confidence: reading.confidence,
    header: reading.header?.cells ?? [],
    rows: reading.rows,
    units,
    fileProblems: reading.fileProblems,
    refused: [...reading.refused, ...refused].toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)),
    warnings: reading.warnings,
    totals: totalsOf(units),
  };
}

function unreadable(problem: Problem<ImportProblemCode>): PriceList {
  const nothing = { confidence: 0, header: [], rows: 0, units: [], refused: [], warnings: [], totals: totalsOf([]) };
  return { profile: null, encoding: null, ...nothing, fileProblems: [problem] };
}
