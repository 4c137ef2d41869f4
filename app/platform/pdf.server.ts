import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { drawText, heightOf, lineHeight, type TextLook } from "./pdf-text.server";

/** What every page says at its edges. */
export type Running = {
  /** Upper left: who issues it, and for what. */
  issuer: string;
  place: string;
  /** Upper right: the paper's number, and a line under it. */
  number: string;
  edition: string;
  /** Lower left. */
  footer: string;
  pageOf: (page: number, pages: number) => string;
};

export type PaperInfo = { title: string; author: string; at: Date };

/** A paper being written: things go one under the other, and on to a new page where there is no room. */
export type Sheet = {
  doc: PDFKit.PDFDocument;
  /** Where the next thing goes. */
  y: number;
};

export const PAGE = { width: 595.28, height: 841.89, left: 54, right: 541.28, top: 92, bottom: 782 } as const;
export const WIDTH = PAGE.right - PAGE.left;

export const COLOURS = {
  ink: "#1b2126",
  soft: "#46505a",
  faint: "#6a747d",
  line: "#c9ced1",
  grid: "#9aa3a8",
  tint: "#eef4f4",
  accent: "#0b5d66",
  seal: "#b43a26",
} as const;

/**
 * An A4 paper as bytes. The same content at the same instant gives the same bytes. `write` fills it; the edges of
 * every page are drawn at the end, when the number of pages is known.
 */
export async function makePdf(info: PaperInfo, running: Running, write: (sheet: Sheet) => void): Promise<Buffer> {
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    lang: "zh-CN",
    displayTitle: true,
    info: { Title: info.title, Author: info.author, Creator: "Loupan", CreationDate: info.at, ModDate: info.at },
  });
  const bytes = buffer(doc);
  const sheet: Sheet = { doc, y: PAGE.top };
  write(sheet);
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    drawEdges(doc, running, page + 1, count);
  }
  doc.end();
  return bytes;
}

/** Goes on to a new page unless there are so many points left on this one. */
export function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > PAGE.bottom) newPage(sheet);
}

export function newPage(sheet: Sheet): void {
  sheet.doc.addPage();
  sheet.y = PAGE.top;
}

export function gap(sheet: Sheet, points: number): void {
  sheet.y += points;
}

/** The paper's name, in the middle of the page, with a line under it. */
export function title(sheet: Sheet, text: string, under = ""): void {
  const at = { x: PAGE.left, width: WIDTH };
  const look = { size: 21, weight: "bold", align: "center", spacing: 3, leading: 1.4 } as const;
  sheet.y = drawText(sheet.doc, text, { ...at, y: sheet.y }, look);
  if (under) {
    const small = { size: 9.5, colour: COLOURS.soft, align: "center" } as const;
    sheet.y = drawText(sheet.doc, under, { ...at, y: sheet.y + 1 }, small);
  }
  gap(sheet, 12);
}

/** The head of a part, kept together with what follows it. */
export function heading(sheet: Sheet, text: string, note = ""): void {
  makeRoom(sheet, 72);
  const { doc, y } = sheet;
  doc.rect(PAGE.left, y + 3.5, 3, 12).fill(COLOURS.accent);
  drawText(doc, text, { x: PAGE.left + 10, y, width: WIDTH - 10 }, { size: 11.5, weight: "bold" });
  if (note) {
    const look = { size: 8.5, colour: COLOURS.faint, align: "right", leading: 2.1 } as const;
    drawText(doc, note, { x: PAGE.left, y, width: WIDTH }, look);
  }
  sheet.y = y + 24;
}

/** A paragraph over the whole width; it may run on to the next page between its own paragraphs. */
export function paragraph(sheet: Sheet, text: string, look: Partial<TextLook> = {}): void {
  const full = { size: 9.5, leading: 1.7, ...look };
  for (const part of text.split("\n")) {
    makeRoom(sheet, Math.min(heightOf(part, WIDTH, full), lineHeight(full) * 12));
    sheet.y = drawText(sheet.doc, part, { x: PAGE.left, y: sheet.y, width: WIDTH }, full);
  }
}

function drawEdges(doc: PDFKit.PDFDocument, running: Running, page: number, pages: number): void {
  const half = WIDTH / 2 - 8;
  const left = { x: PAGE.left, width: half + 40 };
  const right = { x: PAGE.right - half + 40, width: half - 40 };
  const small = { size: 8, colour: COLOURS.faint } as const;
  drawText(doc, running.issuer, { ...left, y: 34 }, { size: 10.5, weight: "bold" });
  drawText(doc, running.place, { ...left, y: 51 }, small);
  drawText(doc, running.number, { ...right, y: 35 }, { size: 9.5, weight: "medium", align: "right" });
  drawText(doc, running.edition, { ...right, y: 51 }, { ...small, align: "right" });
  rule(doc, 69, 1.2, COLOURS.accent);
  rule(doc, 71.6, 0.4, COLOURS.accent);
  rule(doc, 796, 0.4, COLOURS.line);
  drawText(doc, running.footer, { x: PAGE.left, y: 802, width: WIDTH * 0.7 }, small);
  drawText(doc, running.pageOf(page, pages), { x: PAGE.left, y: 802, width: WIDTH }, { ...small, align: "right" });
}

/** A line across the text area. */
export function rule(doc: PDFKit.PDFDocument, y: number, thickness: number, colour: string): void {
  doc.lineWidth(thickness).strokeColor(colour).moveTo(PAGE.left, y).lineTo(PAGE.right, y).stroke();
}
