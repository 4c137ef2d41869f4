import { readPriceFile } from "~/domain/price-file";
import { compareBuildings, type PlacedUnit, placeUnits } from "~/domain/price-file-place";
import type { ImportProblemCode, Problem } from "~/domain/price-file-problem";
import type { PriceFileProfile } from "~/domain/price-file-profile";
import { type PriceFileTotals, totalsOf } from "~/domain/price-file-totals";
import { readSheets } from "~/platform/sheet.server";

export type SourceFile = { fileName: string; bytes: Uint8Array };

export type FoundPlace = { text: string; building: string; entrance: string; units: number };

const SAMPLE = 3;

/** A price list as it was understood. With a reason against the whole file in `fileProblems` it has no units. */
export type PriceList = {
  profile: PriceFileProfile | null;
  encoding: string | null;
  confidence: number;
  header: readonly string[];
  /** The first rows as they stand in the file, for whoever maps the columns. */
  sample: readonly (readonly string[])[];
  /** Names of buildings as the file has them, and what they were taken for. */
  places: readonly FoundPlace[];
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
    sample: reading.sample.slice(0, SAMPLE).map(({ cells }) => cells),
    places: placesIn(units),
    rows: reading.rows,
    units,
    fileProblems: reading.fileProblems,
    refused: [...reading.refused, ...refused].toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)),
    warnings: reading.warnings,
    totals: totalsOf(units),
  };
}

function unreadable(problem: Problem<ImportProblemCode>): PriceList {
  const nothing = { confidence: 0, header: [], sample: [], places: [], rows: 0, units: [], refused: [], warnings: [] };
  return { totals: totalsOf([]), profile: null, encoding: null, ...nothing, fileProblems: [problem] };
}

function placesIn(units: readonly PlacedUnit[]): FoundPlace[] {
  const places = new Map<string, FoundPlace>();
  for (const { placeText: text, building, entrance } of units) {
    const place = places.get(text) ?? { text, building, entrance, units: 0 };
    places.set(text, { ...place, units: place.units + 1 });
  }
  return [...places.values()].sort((one, other) => compareBuildings(one.building, other.building));
}
