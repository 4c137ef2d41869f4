import ExcelJS, { type CellValue, type Worksheet } from "exceljs";
import type { Sheet } from "~/domain/price-file-sheet";
import { dateText, numberText, squareSheet } from "./sheet-cell.server";
import { SheetRefused } from "./sheet-refused.server";
import { demandSafeWorkbook } from "./sheet-zip.server";

/** Sheets of an XLSX workbook. A merged block repeats its text in every cell, as the eye reads it. */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  await demandSafeWorkbook(bytes);
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    throw new SheetRefused("file_broken");
  }
  return workbook.worksheets.map(sheetOf);
}

function sheetOf(worksheet: Worksheet): Sheet {
  const rows = Array.from({ length: worksheet.rowCount }, (_, i) => {
    const cells: string[] = [];
    worksheet.getRow(i + 1).eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cellText(cell.value).trim();
    });
    return { row: i + 1, cells: Array.from(cells, (cell) => cell ?? "") };
  });
  return squareSheet(worksheet.name, rows);
}

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return numberText(value);
  if (value instanceof Date) return dateText(value);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("text" in value) return cellText(value.text);
  if ("error" in value) return value.error;
  return "result" in value ? cellText(value.result ?? "") : "";
}
