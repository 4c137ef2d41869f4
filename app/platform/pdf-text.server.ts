import { faceBytes, type Run, runsOf, signsOf, type Weight, widthOfSign } from "./pdf-fonts.server";

export type Align = "left" | "right" | "center";

export type TextLook = {
  /** Points. */
  size: number;
  weight?: Weight;
  colour?: string;
  align?: Align;
  /** Of a line, as a multiple of the size. */
  leading?: number;
  /** Points added after every sign: for titles. */
  spacing?: number;
};

export const INK = "#1b2126";
const LEADING = 1.55;
// Ascent + descent of the Noto fonts over their em: pdfkit puts the top of that box at y.
const FONT_BOX = 1.448;

// 行首禁则 and 行尾禁则: no line begins with a closing sign or ends with an opening one.
const NEVER_FIRST = /^[，。、；：？！）》」』】〕”’％℃·…—,.;:?!)\]%]/u;
const NEVER_LAST = /[（《「『【〔“‘([¥￥]$/u;
const BREAKS_ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef□]/u;

/** The lines a text takes in this width, broken as Chinese papers break them; a newline begins a new one. */
export function linesOf(text: string, width: number, look: TextLook): Run[][] {
  return text.split("\n").flatMap((paragraph) => linesOfParagraph(paragraph, width, look));
}

/** How high lines of this look stand, in points. */
export function lineHeight(look: TextLook): number {
  return look.size * (look.leading ?? LEADING);
}

export function heightOf(text: string, width: number, look: TextLook): number {
  return linesOf(text, width, look).length * lineHeight(look);
}

/** Draws a text into a column and returns the y below it. Never starts a page: the caller has made room. */
export function drawText(
  doc: PDFKit.PDFDocument,
  text: string,
  at: { x: number; y: number; width: number },
  look: TextLook,
): number {
  const height = lineHeight(look);
  let { y } = at;
  for (const line of linesOf(text, at.width, look)) {
    drawLine(doc, line, { ...at, y: y + (height - look.size * FONT_BOX) / 2 }, look);
    y += height;
  }
  return y;
}

function drawLine(
  doc: PDFKit.PDFDocument,
  line: readonly Run[],
  { x, y, width }: { x: number; y: number; width: number },
  { size, colour = INK, align = "left", spacing = 0 }: TextLook,
): void {
  const runs = runsOf(line).map((run) => {
    takeFace(doc, run.face, size);
    return { ...run, width: doc.widthOfString(run.text, { characterSpacing: spacing }) };
  });
  const whole = runs.reduce((sum, run) => sum + run.width, 0) - spacing;
  let left = x + (align === "right" ? width - whole : align === "center" ? (width - whole) / 2 : 0);
  for (const run of runs) {
    takeFace(doc, run.face, size);
    doc.fillColor(colour).text(run.text, left, y, { lineBreak: false, characterSpacing: spacing });
    left += run.width;
  }
}

/** A face is put into the paper when it is first used, so that a paper carries only what it shows. */
function takeFace(doc: PDFKit.PDFDocument, name: string, size: number): void {
  const known = facesOf.get(doc) ?? new Set();
  facesOf.set(doc, known);
  if (!known.has(name)) doc.registerFont(name, faceBytes(name));
  known.add(name);
  doc.font(name).fontSize(size);
}

const facesOf = new WeakMap<PDFKit.PDFDocument, Set<string>>();

type Piece = { signs: Run[]; width: number; space: boolean };

function linesOfParagraph(text: string, width: number, look: TextLook): Run[][] {
  const lines: Run[][] = [];
  let line: Run[] = [];
  let used = 0;
  for (const piece of piecesOf(text, look).flatMap((one) => (one.width > width ? split(one, look) : [one]))) {
    // A hair of tolerance: widths are sums of fractions.
    if (used + piece.width > width + 0.01 && line.length > 0) {
      lines.push(trimmed(line));
      [line, used] = [[], 0];
    }
    if (piece.space && line.length === 0) continue;
    line.push(...piece.signs);
    used += piece.width;
  }
  return [...lines, trimmed(line)];
}

/** What stays together on a line: a Latin word, or a Han sign with the punctuation that clings to it. */
function piecesOf(text: string, look: TextLook): Piece[] {
  const pieces: Piece[] = [];
  for (const sign of signsOf(text, look.weight ?? "regular")) {
    const last = pieces.at(-1);
    const width = widthOfSign(sign, look.size) + (look.spacing ?? 0);
    if (last && !last.space && sign.text !== " " && clings(last.signs, sign.text)) {
      last.signs.push(sign);
      last.width += width;
    } else pieces.push({ signs: [sign], width, space: sign.text === " " });
  }
  return pieces;
}

function clings(before: readonly Run[], sign: string): boolean {
  const last = before.at(-1)?.text ?? "";
  if (NEVER_FIRST.test(sign) || NEVER_LAST.test(last)) return true;
  return !BREAKS_ANYWHERE.test(sign) && !BREAKS_ANYWHERE.test(last);
}

/** A word longer than the line is broken anywhere. */
function split({ signs, space }: Piece, look: TextLook): Piece[] {
  return signs.map((sign) => ({
    signs: [sign],
    width: widthOfSign(sign, look.size) + (look.spacing ?? 0),
    space,
  }));
}

function trimmed(line: readonly Run[]): Run[] {
  return line.at(-1)?.text === " " ? line.slice(0, -1) : [...line];
}
