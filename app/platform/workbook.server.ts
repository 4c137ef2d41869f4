import { once } from "node:events";
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import ExcelJS from "exceljs";
import { fen, yuanFromFen } from "~/domain/money";
import { record } from "./audit.server";
import type { Ctx } from "./context.server";
import { inTransaction } from "./db.server";
import { log } from "./log.server";

const MONEY = "#,##0.00";
const DAY = "yyyy-mm-dd";
const AREA = "0.00";

/** A column of a workbook: its heading and what a row says in it. Figures stay figures, days stay days. */
export type SheetColumn<Row> = { title: string } & (
  | { text: (row: Row) => string | null }
  | { count: (row: Row) => number }
  | { money: (row: Row) => number | bigint | null }
  | { centiares: (row: Row) => number | null }
  | { day: (row: Row) => string | null }
);

export type ListSheet<Row> = {
  /** Which list, for the audit trail, and what the reader calls it: name of sheet and file. */
  list: string;
  title: string;
  /** Who took it, when and of what: stands above the rows and at the foot of every printed page. */
  mark: string;
  columns: readonly SheetColumn<Row>[];
  /** The rows after a cursor, as the screen pages them. */
  page: (after: string | null) => Promise<{ rows: readonly Row[]; next: string | null }>;
  /** How many rows there are. */
  count: number;
};

/**
 * A whole list as an XLSX workbook, written page by page while it is sent, so that its size does not matter. The
 * audit trail says who took it. Text is text: what begins like a formula is none.
 */
export async function answerWorkbook<Row>(ctx: Ctx, sheet: ListSheet<Row>): Promise<Response> {
  const { list, title, count } = sheet;
  const first = await sheet.page(null);
  await inTransaction((tx) =>
    record(tx, ctx, { action: "list.exported", subject: `project:${ctx.projectId}`, after: { list, rows: count } }),
  );
  const out = new PassThrough();
  writeSheet(out, sheet, first).catch((error: Error) => {
    log.error({ err: error, list }, "a workbook broke off");
    out.destroy(error);
  });
  return new Response(createReadableStreamFromReadable(out), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.xlsx`)}`,
      "Cache-Control": "private, no-store",
    },
  });
}

type Page<Row> = Awaited<ReturnType<ListSheet<Row>["page"]>>;

async function writeSheet<Row>(out: PassThrough, sheet: ListSheet<Row>, first: Page<Row>): Promise<void> {
  const { title, mark, columns } = sheet;
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const worksheet = workbook.addWorksheet(title.replaceAll(/[[\]:*?/\\]/g, " ").slice(0, 31), {
    views: [{ state: "frozen", ySplit: 2 }],
    headerFooter: { oddFooter: `&L${mark.replaceAll("&", "&&")}&R&P / &N` },
    pageSetup: { orientation: "landscape", fitToPage: true, fitToHeight: 0 },
  });
  worksheet.columns = columns.map((column) => ({ width: "text" in column ? 22 : 16, style: styleOf(column) }));
  worksheet.addRow([mark]).commit();
  const headings = worksheet.addRow(columns.map((column) => column.title));
  headings.font = { bold: true };
  headings.commit();
  for (let page: Page<Row> | null = first; page; page = page.next ? await sheet.page(page.next) : null) {
    for (const row of page.rows) worksheet.addRow(columns.map((column) => cellOf(column, row))).commit();
    await takenUp(out);
    if (out.destroyed) return;
  }
  worksheet.commit();
  await workbook.commit();
}

/** Waits for a reader who is slower than the database; whoever broke off is not waited for. */
async function takenUp(out: PassThrough): Promise<void> {
  if (!out.writableNeedDrain || out.destroyed) return;
  const gone = new AbortController();
  const { signal } = gone;
  await Promise.race([once(out, "drain", { signal }), once(out, "close", { signal })]);
  gone.abort();
}

function styleOf<Row>(column: SheetColumn<Row>): Partial<ExcelJS.Style> {
  if ("money" in column) return { numFmt: MONEY };
  if ("centiares" in column) return { numFmt: AREA };
  return "day" in column ? { numFmt: DAY } : {};
}

/** As a cell holds it. Two decimals of fen and centiares are written as they are read: "5448000.01". */
function cellOf<Row>(column: SheetColumn<Row>, row: Row): string | number | Date | null {
  if ("text" in column) return column.text(row) || null;
  if ("count" in column) return column.count(row);
  if ("day" in column) return dayCell(column.day(row));
  const whole = "money" in column ? column.money(row) : column.centiares(row);
  return whole === null ? null : Number(yuanFromFen(fen(whole)));
}

function dayCell(day: string | null): Date | null {
  return day ? new Date(`${day}T00:00:00Z`) : null;
}
