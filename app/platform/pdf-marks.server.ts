import QRCode from "qrcode";
import { COLOURS, makeRoom, PAGE, type Sheet, WIDTH } from "./pdf.server";
import { drawText, heightOf } from "./pdf-text.server";

/** A QR code as vectors, with words beside it: crisp in print, small in the file. */
export function qrNote(sheet: Sheet, address: string, words: { title: string; text: string }): void {
  const size = 66;
  makeRoom(sheet, size + 8);
  const { doc, y } = sheet;
  qr(doc, address, { x: PAGE.left, y, size });
  const x = PAGE.left + size + 12;
  const width = WIDTH - size - 12;
  const below = drawText(doc, words.title, { x, y: y + 6, width }, { size: 10, weight: "medium" });
  drawText(doc, words.text, { x, y: below + 1, width }, { size: 8.5, colour: COLOURS.soft });
  sheet.y = y + size + 8;
}

/** An address as a QR code. */
export function qr(doc: PDFKit.PDFDocument, address: string, at: { x: number; y: number; size: number }): void {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: "M" });
  const step = at.size / modules.size;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) doc.rect(at.x + column * step, at.y + row * step, step + 0.05, step + 0.05);
    }
  }
  doc.fill(COLOURS.ink);
}

export type Signature = { party: string; lines: readonly string[] };

/** Places to sign, side by side: a party, what it fills in, each on a line of its own. */
export function signatures(sheet: Sheet, parties: readonly Signature[]): void {
  const width = WIDTH / parties.length - 14;
  const rows = Math.max(...parties.map(({ lines }) => lines.length));
  const tallest = Math.max(...parties.map(({ party }) => heightOf(party, width, { size: 9.5, weight: "medium" })));
  const height = tallest + rows * 27 + 12;
  makeRoom(sheet, height);
  const { doc, y } = sheet;
  for (const [at, { party, lines }] of parties.entries()) {
    const x = PAGE.left + at * (WIDTH / parties.length);
    drawText(doc, party, { x, y, width }, { size: 9.5, weight: "medium" });
    for (const [row, line] of lines.entries()) {
      const base = y + tallest + (row + 1) * 27;
      drawText(doc, line, { x, y: base - 15, width }, { size: 9, colour: COLOURS.soft });
      doc.lineWidth(0.5).strokeColor(COLOURS.grid);
      doc
        .moveTo(x + 66, base)
        .lineTo(x + width, base)
        .stroke();
    }
  }
  sheet.y = y + height;
}

/** Where the company's seal goes: a dotted ring that the stamp covers. */
export function sealPlace(doc: PDFKit.PDFDocument, words: string, at: { x: number; y: number }): void {
  const radius = 42;
  doc.lineWidth(0.8).strokeColor(COLOURS.seal).dash(2, { space: 2.5 });
  doc.circle(at.x, at.y, radius).stroke().undash();
  const look = { size: 8.5, colour: COLOURS.seal, align: "center" } as const;
  drawText(doc, words, { x: at.x - radius, y: at.y - 6, width: radius * 2 }, look);
}
