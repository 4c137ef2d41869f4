import { COLOURS, makeRoom, newPage, PAGE, type Sheet, WIDTH } from "./pdf.server";
import { type Align, drawText, heightOf, type TextLook } from "./pdf-text.server";

export type PdfColumn = {
  title: string;
  /** Its part of the width; only the proportion counts. */
  share: number;
  align?: Align;
};
export type PdfTable = {
  columns: readonly PdfColumn[];
  rows: readonly (readonly string[])[];
  /** The last row, in bold over a line. */
  total?: readonly string[];
};
export type PdfPair = { label: string; value: string; strong?: boolean };

const CELL: TextLook = { size: 9, leading: 1.5 };
const HEAD: TextLook = { size: 8.5, weight: "medium", colour: COLOURS.soft, leading: 1.5 };
const PAD = { x: 6, y: 4.2 };

/** A table with a ruled head that comes again on every page; a row is never torn apart. */
export function table(sheet: Sheet, { columns, rows, total }: PdfTable): void {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (WIDTH * share) / whole);
  const heads = columns.map(({ title }) => title);
  const aligns = columns.map(({ align = "left" }) => align);
  const line = (cells: readonly string[], look: TextLook, paint: Paint) =>
    drawRow(sheet, cells, { widths, aligns, look, paint });
  const head = () => line(heads, HEAD, { fill: COLOURS.tint, over: [0.9, COLOURS.accent] });

  makeRoom(sheet, rowHeight(heads, widths, HEAD) + rowHeight(rows[0] ?? [], widths, CELL));
  head();
  const room = (...together: readonly (readonly string[])[]) => {
    const height = together.reduce((sum, cells) => sum + rowHeight(cells, widths, CELL), 0);
    if (sheet.y + height <= PAGE.bottom) return;
    newPage(sheet);
    head();
  };
  for (const [at, row] of rows.entries()) {
    // A total never stands alone at the head of a page.
    room(row, ...(total && at === rows.length - 1 ? [total] : []));
    line(row, CELL, { under: [0.4, COLOURS.line] });
  }
  if (total) {
    room(total);
    line(total, { ...CELL, weight: "bold" }, { over: [0.9, COLOURS.accent] });
  }
  across(sheet, sheet.y, [0.9, COLOURS.accent]);
}

/** A ruled form of names and values, one or two pairs to a row: how Chinese papers state facts. */
export function form(sheet: Sheet, rows: readonly (readonly PdfPair[])[], labelWidth = 74): void {
  for (const pairs of rows) {
    const cell = WIDTH / pairs.length;
    const valueWidth = cell - labelWidth - 2 * PAD.x;
    const looks = pairs.map(({ strong }): TextLook => (strong ? { ...CELL, weight: "bold" } : CELL));
    const heights = pairs.map(({ label, value }, at) =>
      Math.max(heightOf(value, valueWidth, looks[at] ?? CELL), heightOf(label, labelWidth - 2 * PAD.x, HEAD)),
    );
    const height = Math.max(...heights) + 2 * PAD.y + 1.6;
    makeRoom(sheet, height);
    const { doc, y } = sheet;
    for (const [at, { label, value }] of pairs.entries()) {
      const x = PAGE.left + at * cell;
      doc.rect(x, y, labelWidth, height).fill(COLOURS.tint);
      doc.lineWidth(0.5).strokeColor(COLOURS.grid).rect(x, y, labelWidth, height).stroke();
      doc.rect(x + labelWidth, y, cell - labelWidth, height).stroke();
      drawText(doc, label, { x: x + PAD.x, y: y + PAD.y + 0.8, width: labelWidth - 2 * PAD.x }, HEAD);
      const place = { x: x + labelWidth + PAD.x, y: y + PAD.y + 0.8, width: valueWidth };
      drawText(doc, value, place, looks[at] ?? CELL);
    }
    sheet.y = y + height;
  }
}

type Stroke = [thickness: number, colour: string];
type Paint = { fill?: string; over?: Stroke; under?: Stroke };
type RowLook = { widths: readonly number[]; aligns: readonly Align[]; look: TextLook; paint: Paint };

function rowHeight(cells: readonly string[], widths: readonly number[], look: TextLook): number {
  const heights = cells.map((cell, at) => heightOf(cell, (widths[at] ?? 0) - 2 * PAD.x, look));
  return Math.max(0, ...heights) + 2 * PAD.y;
}

function drawRow(sheet: Sheet, cells: readonly string[], { widths, aligns, look, paint }: RowLook): void {
  const { doc, y } = sheet;
  const height = rowHeight(cells, widths, look);
  if (paint.fill) doc.rect(PAGE.left, y, WIDTH, height).fill(paint.fill);
  let x: number = PAGE.left;
  for (const [at, cell] of cells.entries()) {
    const width = widths[at] ?? 0;
    const place = { x: x + PAD.x, y: y + PAD.y, width: width - 2 * PAD.x };
    drawText(doc, cell, place, { ...look, align: aligns[at] ?? "left" });
    x += width;
  }
  if (paint.over) across(sheet, y, paint.over);
  if (paint.under) across(sheet, y + height, paint.under);
  sheet.y = y + height;
}

function across({ doc }: Sheet, y: number, [thickness, colour]: Stroke): void {
  doc.lineWidth(thickness).strokeColor(colour).moveTo(PAGE.left, y).lineTo(PAGE.right, y).stroke();
}
