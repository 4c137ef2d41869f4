import { columnLetter, type SheetEncoding, type SheetFile, type SheetRow } from "~/domain/price-file-sheet";
import { SheetRefused } from "./sheet-refused.server";

/** Plain text with commas, semicolons or tabs between the cells. */
export function readDelimited(bytes: Uint8Array): SheetFile {
  const { text, encoding } = decoded(bytes);
  if (text.trim() === "") throw new SheetRefused("file_empty");
  const rows = new DelimitedReader(text, delimiterOf(text)).rows();
  return { format: "CSV", encoding, sheets: [{ name: null, delimited: true, rows }] };
}

/** UTF-8 when every byte fits, else GBK (as GB18030) when every byte fits: never a guess that loses characters. */
function decoded(bytes: Uint8Array): { text: string; encoding: SheetEncoding } {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  const tries: readonly (readonly [string, SheetEncoding])[] = marked
    ? [[marked, "UTF-16"]]
    : [
        ["utf-8", "UTF-8"],
        ["gb18030", "GBK"],
      ];
  for (const [label, encoding] of tries) {
    const text = decodeAs(label, bytes);
    if (text !== null && !UNPRINTABLE.test(text)) return { text, encoding };
  }
  throw new SheetRefused("file_encoding_unknown");
}

/** Control characters, the replacement character, and the private corner into which GB18030 decodes what is no text. */
const UNPRINTABLE = /(?![\t\r\n])[\p{Cc}\p{Co}\uFFFD]/u;

function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The separator that stands most often in the first line that has one. */
function delimiterOf(text: string): string {
  const line = text.split(/\r\n|\r|\n/).find((one) => /[,;\t]/.test(one)) ?? "";
  const count = (mark: string) => line.split(mark).length;
  return [",", "\t", ";"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** RFC 4180, with any line ending. A quote that opens and does not close would swallow rows, so it is refused. */
class DelimitedReader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
  ) {}

  rows(): SheetRow[] {
    const rows: SheetRow[] = [];
    while (this.at < this.text.length) rows.push({ row: rows.length + 1, cells: this.record(rows.length + 1) });
    while (rows.at(-1)?.cells.every((cell) => cell === "")) rows.pop();
    return rows;
  }

  private record(row: number): string[] {
    const cells: string[] = [];
    for (;;) {
      cells.push(this.text[this.at] === '"' ? this.quoted(row, cells.length) : this.plain());
      if (this.text[this.at] !== this.delimiter) break;
      this.at += 1;
    }
    if (this.text[this.at] === "\r") this.at += 1;
    if (this.text[this.at] === "\n") this.at += 1;
    return cells;
  }

  private plain(): string {
    const start = this.at;
    while (this.at < this.text.length && !this.ends(this.text.charAt(this.at))) this.at += 1;
    return this.text.slice(start, this.at).trim();
  }

  private quoted(row: number, column: number): string {
    let value = "";
    for (;;) {
      const close = this.text.indexOf('"', this.at + 1);
      if (close < 0) throw new SheetRefused("file_quote_unclosed", undefined, row, columnLetter(column));
      value += this.text.slice(this.at + 1, close);
      this.at = close + 1;
      if (this.text[this.at] !== '"') break;
      value += '"';
    }
    if (this.at < this.text.length && !this.ends(this.text.charAt(this.at))) {
      throw new SheetRefused("file_quote_misplaced", undefined, row, columnLetter(column));
    }
    return value.trim();
  }

  private ends(char: string): boolean {
    return char === this.delimiter || char === "\n" || char === "\r";
  }
}
