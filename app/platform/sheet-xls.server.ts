import { type CellObject, read, utils, type WorkSheet } from "@e965/xlsx";
import type { Sheet } from "~/domain/price-file-sheet";
import { dateText, numberText, squareSheet } from "./sheet-cell.server";
import { SheetRefused } from "./sheet-refused.server";

/** Sheets of an old BIFF workbook. A merged block repeats its text in every cell, as the eye reads it. */
export function readXls(bytes: Uint8Array): Sheet[] {
  const workbook = opened(bytes);
  return workbook.SheetNames.map((name) => sheetOf(name, workbook.Sheets[name] ?? {}));
}

function opened(bytes: Uint8Array) {
  try {
    return read(bytes, { type: "buffer", cellDates: true, cellFormula: false, cellHTML: false });
  } catch (error) {
    const locked = error instanceof Error && /password/i.test(error.message);
    throw new SheetRefused(locked ? "file_locked" : "file_broken");
  }
}

function sheetOf(name: string, worksheet: WorkSheet): Sheet {
  if (!worksheet["!ref"]) return squareSheet(name, []);
  const { e: last } = utils.decode_range(worksheet["!ref"]);
  const rows = Array.from({ length: last.r + 1 }, (_, r) => ({
    row: r + 1,
    cells: Array.from({ length: last.c + 1 }, (_, c) => cellText(worksheet[utils.encode_cell({ r, c })])),
  }));
  for (const { s, e } of worksheet["!merges"] ?? []) {
    const text = rows[s.r]?.cells[s.c] ?? "";
    for (const row of rows.slice(s.r, e.r + 1)) row.cells.fill(text, s.c, e.c + 1);
  }
  return squareSheet(name, rows);
}

function cellText(cell: CellObject | undefined): string {
  if (cell?.v === undefined || cell.v === null) return "";
  if (cell.t === "n" && typeof cell.v === "number") return numberText(cell.v);
  if (cell.v instanceof Date) return dateText(cell.v);
  return cell.t === "e" ? (cell.w ?? "#ERROR") : String(cell.v).trim();
}
