import { type Fen, fenFromYuan } from "~/domain/money";
import type { ListedPrice } from "~/domain/price-list";
import { type Refusal, refuse } from "~/domain/refusal";

/** One row of a pasted or uploaded grid: a unit by its name, and its two prices. */
export type GridRow = { row: number; label: string } & ListedPrice;
export type GridReading = { rows: GridRow[]; problems: (Refusal & { row: number })[] };

/** Cells of a pasted text: rows by line, columns by tab, comma or semicolon. Thousands separators only between tabs. */
export function cellsOf(text: string): string[][] {
  const lines = text.split(/\r?\n/);
  return lines.map((line) => line.split(line.includes("\t") ? "\t" : /[,;，；]/).map((cell) => cell.trim()));
}

/**
 * Reads unit, list price and floor price in yuan from the first three columns; without a floor the list price is its
 * own floor. A first row without figures is the header of those that follow; empty rows are passed over.
 */
export function readPriceGrid(cells: readonly (readonly string[])[]): GridReading {
  const reading: GridReading = { rows: [], problems: [] };
  const isEmpty = ([label = "", list = ""]: readonly string[]) => label.trim() === "" && list.trim() === "";
  const alone = cells.filter((row) => !isEmpty(row)).length === 1;
  for (const [at, row] of cells.entries()) {
    if (isEmpty(row)) continue;
    const [label = "", list = "", floor = ""] = row;
    const price = priceOf(list, floor);
    if (price && label.trim() !== "") reading.rows.push({ row: at + 1, label: label.trim(), ...price });
    else if (at > 0 || alone || /\d/.test(list)) reading.problems.push(problem(at + 1, label.trim()));
  }
  return reading;
}

function priceOf(list: string, floor: string): ListedPrice | null {
  const asked = amount(list);
  const lowest = floor.trim() === "" ? asked : amount(floor);
  return asked === null || lowest === null ? null : { list: asked, floor: lowest };
}

function amount(text: string): Fen | null {
  return fenFromYuan(text.replace(/^[¥￥]\s*/, "").trim());
}

function problem(row: number, unit: string): Refusal & { row: number } {
  const verdict = refuse("row_invalid", unit ? { row, unit } : { row });
  return { row, ...(verdict.ok ? { code: "row_invalid" } : verdict.refusal) };
}
