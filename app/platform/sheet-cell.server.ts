import { isBlankRow, type Sheet, type SheetRow } from "~/domain/price-file-sheet";

/** A number as a spreadsheet shows it: fifteen significant digits, so that 125.53 stored in binary reads 125.53. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const [digits = "", exponent = "0"] = value.toExponential(14).split("e");
  return shifted(digits, Number(exponent));
}

function shifted(digits: string, exponent: number): string {
  const sign = digits.startsWith("-") ? "-" : "";
  const figures = digits.replace(/[-.]/g, "");
  const padded = exponent < 0 ? "0".repeat(-exponent) + figures : figures.padEnd(exponent + 1, "0");
  const point = Math.max(exponent, 0) + 1;
  const fraction = padded.slice(point).replace(/0+$/, "");
  return sign + padded.slice(0, point) + (fraction ? `.${fraction}` : "");
}

export function dateText(value: Date): string {
  return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
}

/** A sheet of a workbook: every row as wide as the widest, blank rows at the end gone. */
export function squareSheet(name: string, rows: readonly SheetRow[]): Sheet {
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.findLastIndex((cell) => cell !== "") + 1), 0);
  const last = rows.findLastIndex((row) => !isBlankRow(row));
  const square = rows.slice(0, last + 1).map(({ row, cells }) => ({
    row,
    cells: Array.from({ length: width }, (_, column) => cells[column] ?? ""),
  }));
  return { name, delimited: false, rows: square };
}
