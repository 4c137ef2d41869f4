/** One row as it stands in the file: `row` counts from 1 as a spreadsheet shows it, cells are text. */
export type SheetRow = { row: number; cells: readonly string[] };

/** One sheet of a file. In a delimited file (CSV) the width of a row carries meaning, in a workbook it does not. */
export type Sheet = { name: string | null; delimited: boolean; rows: readonly SheetRow[] };

export type SheetFormat = "CSV" | "XLSX" | "XLS";
export type SheetEncoding = "UTF-8" | "GBK" | "UTF-16";

/** `encoding` is what was detected for a text file; workbooks carry their own. */
export type SheetFile = { format: SheetFormat; encoding: SheetEncoding | null; sheets: readonly Sheet[] };

/** A column by the letter a spreadsheet shows: 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnLetter(Math.floor(index / 26) - 1) + rest;
}

export function isBlankRow(row: SheetRow): boolean {
  return row.cells.every((cell) => cell === "");
}
