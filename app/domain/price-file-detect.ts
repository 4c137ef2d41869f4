import { fieldOfHeading, type PriceField } from "./price-file-fields";
import { detectPairs } from "./price-file-pairs";
import {
  type Detection,
  missingIn,
  movedTo,
  type PriceFileProfile,
  type Source,
  tableSource,
  valueAt,
} from "./price-file-profile";
import { isBlankRow, type Sheet, type SheetFile, type SheetRow } from "./price-file-sheet";
import { knownUse } from "./price-file-words";

const HEADER_WITHIN = 20;

/** The sheet that looks most like a price list, and how to read it; null when the file holds no row at all. */
export function detectPriceFile(file: SheetFile): Detection | null {
  const found = file.sheets.flatMap((sheet) => detectPairs(sheet) ?? detectTable(sheet) ?? []);
  return found.reduce<Detection | null>((best, one) => (best && best.confidence >= one.confidence ? best : one), null);
}

/** A remembered profile on this file; null when its columns are not there. */
export function applyProfile(file: SheetFile, profile: PriceFileProfile): Detection | null {
  const sheets = file.sheets.toSorted((one) => (one.name === profile.sheet ? -1 : 0));
  for (const sheet of sheets) {
    const found = profile.shape === "TABLE" ? tableUnder(sheet, profile) : pairsUnder(sheet, profile);
    if (found) return found;
  }
  return null;
}

function tableUnder(sheet: Sheet, profile: PriceFileProfile): Detection | null {
  for (const header of candidates(sheet)) {
    const moved = movedTo(profile, header.cells);
    if (moved) return { sheet, profile: moved, confidence: 100, header, missing: missingIn(moved.sources) };
  }
  return null;
}

function pairsUnder(sheet: Sheet, profile: PriceFileProfile): Detection | null {
  const first = candidates(sheet)[0];
  const fits =
    first?.cells.length === profile.width && profile.sources.every((one) => valueAt(first.cells, one) !== null);
  return fits ? { sheet, profile, confidence: 100, header: null, missing: missingIn(profile.sources) } : null;
}

function detectTable(sheet: Sheet): Detection | null {
  const rows = candidates(sheet);
  const known = (row: SheetRow) => new Set(row.cells.map(fieldOfHeading).filter((field) => field !== null)).size;
  const header = rows.reduce<SheetRow | null>((best, row) => (best && known(best) >= known(row) ? best : row), null);
  if (!header) return null;
  const sources = withUse(sheet, header, tableSources(header));
  const headings = header.cells.filter((cell) => cell !== "").length;
  const missing = missingIn(sources);
  const share = Math.floor((sources.length * 100) / Math.max(headings, 1));
  return {
    sheet,
    header,
    missing,
    confidence: missing.length > 0 ? Math.floor(share / 2) : share,
    profile: {
      shape: "TABLE",
      sheet: sheet.name,
      width: header.cells.length,
      sources,
      statusWords: {},
      buildingRules: [],
    },
  };
}

function tableSources(header: SheetRow): Source[] {
  const seen = new Set<PriceField>();
  return header.cells.flatMap((cell, column) => {
    const field = fieldOfHeading(cell);
    if (!field || seen.has(field)) return [];
    seen.add(field);
    return [tableSource(field, column, cell.trim())];
  });
}

/** Some offices print the use under 备注: a note column that holds nothing but uses is one. */
function withUse(sheet: Sheet, header: SheetRow, sources: Source[]): Source[] {
  const note = sources.find((source) => source.field === "note");
  if (!note || sources.some((source) => source.field === "use")) return sources;
  const words = sheet.rows.filter((row) => row.row > header.row).map((row) => row.cells[note.column] ?? "");
  const said = words.filter((word) => word !== "");
  const allUses = said.length > 0 && said.every((word) => knownUse(word) !== null);
  return allUses ? sources.map((source) => (source === note ? { ...note, field: "use" } : source)) : sources;
}

function candidates(sheet: Sheet): SheetRow[] {
  return sheet.rows.filter((row) => !isBlankRow(row)).slice(0, HEADER_WITHIN);
}
