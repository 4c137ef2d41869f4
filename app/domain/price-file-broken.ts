import type { PriceField } from "./price-file-fields";
import { parseFigure } from "./price-file-number";
import type { PriceFileProblem } from "./price-file-problem";
import type { Detection } from "./price-file-profile";
import { type Source, valueAt } from "./price-file-profile";
import type { SheetRow } from "./price-file-sheet";
import { columnLetter } from "./price-file-sheet";
import { knownStatus, knownUse } from "./price-file-words";

const FIGURES: readonly PriceField[] = [
  "grossArea",
  "internalArea",
  "grossUnitPrice",
  "internalUnitPrice",
  "filedTotal",
];

/**
 * Signs that cells do not stand in their columns. One such row makes the whole file worthless: what reads well in the
 * other rows may belong to another unit. Each sign is named once, at the first row that shows it.
 */
export function brokenRows(found: Detection, rows: readonly SheetRow[]): PriceFileProblem[] {
  if (found.profile.shape === "PAIRS") return [...firstOf(rows, (row) => pairsBroken(found, row))];
  return [
    ...firstOf(rows, (row) => shifted(found, row)),
    ...firstOf(rows, (row) => (found.sheet.delimited ? widthDiffers(found, row) : null)),
  ].sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
}

function firstOf(rows: readonly SheetRow[], sign: (row: SheetRow) => PriceFileProblem | null): PriceFileProblem[] {
  for (const row of rows) {
    const problem = sign(row);
    if (problem) return [problem];
  }
  return [];
}

/** A status or a use where a figure belongs: the row begins too early or too late. */
function shifted({ profile }: Detection, row: SheetRow): PriceFileProblem | null {
  const figures = profile.sources.filter((source) => FIGURES.includes(source.field));
  for (const source of figures) {
    const text = valueAt(row.cells, source) ?? "";
    const word = knownStatus(text, profile.statusWords) ?? knownUse(text);
    if (word) return { row: row.row, column: source.name, code: "row_shifted", params: { found: text } };
  }
  return figures.length > 0 ? figureAsStatus(profile.sources, row) : null;
}

function figureAsStatus(sources: readonly Source[], row: SheetRow): PriceFileProblem | null {
  const status = sources.find((source) => source.field === "status");
  const text = status ? (valueAt(row.cells, status) ?? "") : "";
  if (!status || text === "" || parseFigure(text, 4, Number.MAX_SAFE_INTEGER).kind !== "NUMBER") return null;
  return { row: row.row, column: status.name, code: "row_shifted", params: { found: text } };
}

function widthDiffers({ profile, header }: Detection, row: SheetRow): PriceFileProblem | null {
  const cells = row.cells.length;
  if (cells === profile.width) return null;
  const at = Math.min(cells, profile.width);
  const column = header?.cells[at] ?? columnLetter(at);
  return { row: row.row, column, code: "row_width_differs", params: { cells, expected: profile.width } };
}

function pairsBroken(found: Detection, row: SheetRow): PriceFileProblem | null {
  const lost = found.profile.sources.find((source) => valueAt(row.cells, source) === null);
  if (lost) return { row: row.row, column: lost.name, code: "label_out_of_place" };
  return found.sheet.delimited ? widthDiffers(found, row) : null;
}
