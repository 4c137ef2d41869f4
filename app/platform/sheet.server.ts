import { extname } from "node:path";
import type { SheetProblem } from "~/domain/price-file-problem";
import type { SheetFile, SheetFormat } from "~/domain/price-file-sheet";
import { readDelimited } from "./sheet-csv.server";
import { kindOf } from "./sheet-kind.server";
import { SheetRefused } from "./sheet-refused.server";
import { readXls } from "./sheet-xls.server";
import { readXlsx } from "./sheet-xlsx.server";

export type SheetReading = { ok: true; file: SheetFile } | { ok: false; problem: SheetProblem };

export const MAX_SHEET_BYTES = 20 * 1024 * 1024;
const MAX_ROWS = 100_000;
const MAX_COLUMNS = 200;

const FORMAT_OF: Readonly<Record<string, SheetFormat>> = {
  ".csv": "CSV",
  ".txt": "CSV",
  ".xlsx": "XLSX",
  ".xls": "XLS",
};

/**
 * The text cells of a CSV, XLSX or XLS file. What a file is, its bytes say; a name that says otherwise is refused,
 * and so is everything that cannot be read to the last cell.
 */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<SheetReading> {
  try {
    return { ok: true, file: withinLimits(await readAs(formatOf(bytes, fileName), bytes)) };
  } catch (error) {
    if (error instanceof SheetRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}

function formatOf(bytes: Uint8Array, fileName: string): SheetFormat {
  if (bytes.length === 0) throw new SheetRefused("file_empty");
  if (bytes.length > MAX_SHEET_BYTES) {
    throw new SheetRefused("file_too_large", { megabytes: MAX_SHEET_BYTES / 1024 / 1024 });
  }
  const says = FORMAT_OF[extname(fileName).toLowerCase()];
  if (!says) throw new SheetRefused("file_kind_unknown", { name: extname(fileName) });
  const is = kindOf(bytes);
  if (is !== says) throw new SheetRefused("file_not_what_it_says", { says, is });
  return says;
}

async function readAs(format: SheetFormat, bytes: Uint8Array): Promise<SheetFile> {
  if (format === "CSV") return readDelimited(bytes);
  const sheets = format === "XLSX" ? await readXlsx(bytes) : readXls(bytes);
  return { format, encoding: null, sheets };
}

function withinLimits(file: SheetFile): SheetFile {
  for (const sheet of file.sheets) {
    if (sheet.rows.length > MAX_ROWS) throw new SheetRefused("file_too_many_rows", { rows: MAX_ROWS });
    const wide = sheet.rows.find((row) => row.cells.length > MAX_COLUMNS);
    if (wide) throw new SheetRefused("file_too_many_columns", { columns: MAX_COLUMNS }, wide.row);
  }
  if (file.sheets.every((sheet) => sheet.rows.length === 0)) throw new SheetRefused("file_empty");
  return file;
}
