import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import { once } from "./once.server";

export const WEIGHTS = ["regular", "medium", "bold"] as const;
export type Weight = (typeof WEIGHTS)[number];

/** A stretch of text in one font file. */
export type Run = { face: string; text: string };

type Face = { name: string; bytes: Buffer; font: Font };

const FOLDERS = { regular: "400Regular", medium: "500Medium", bold: "700Bold" } as const;
const FAMILIES = { sc: ["noto-sans-sc", "NotoSansSC"], jp: ["noto-sans-jp", "NotoSansJP"] } as const;
type Family = keyof typeof FAMILIES;

/** What stands where no font has the sign: a box that everybody sees, never nothing. */
const BOX = "□";
// Signs that are never drawn: joiners, variation selectors, direction marks, control characters.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;
const graphemes = new Intl.Segmenter("zh-CN", { granularity: "grapheme" });

/** The bytes of a font file, read once per process and only when a paper needs it. */
export function faceBytes(name: string): Buffer {
  return face(name).bytes;
}

/** The signs of a text, each with the font file that has it. */
export function signsOf(text: string, weight: Weight): Run[] {
  const plain = text.normalize("NFC").replace(/\s+/gu, " ");
  const signs = Array.from(graphemes.segment(plain), ({ segment }) => segment.replace(INVISIBLE, ""));
  return signs.filter((sign) => sign !== "").map((sign) => signOf(sign, weight));
}

/** Neighbours in one font file put together. */
export function runsOf(signs: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const { face: name, text } of signs) {
    const last = runs.at(-1);
    if (last?.face === name) last.text += text;
    else runs.push({ face: name, text });
  }
  return runs;
}

/** The width of one sign by its own figures, in points. */
export function widthOfSign({ face: name, text }: Run, size: number): number {
  const { font } = face(name);
  let units = 0;
  for (const sign of text) units += font.glyphForCodePoint(sign.codePointAt(0) ?? 0).advanceWidth;
  return (units / font.unitsPerEm) * size;
}

function signOf(text: string, weight: Weight): Run {
  for (const family of ["sc", "jp"] as const) {
    const name = `${family}-${weight}`;
    if ([...text].every((sign) => face(name).font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))) {
      return { face: name, text };
    }
  }
  return { face: `sc-${weight}`, text: BOX };
}

function face(name: string): Face {
  return once(`pdf-face-${name}`, () => {
    const [family, weight] = name.split("-") as [Family, Weight];
    const [folder, file] = FAMILIES[family];
    const style = FOLDERS[weight];
    const address = `@expo-google-fonts/${folder}/${style}/${file}_${style}.ttf`;
    const bytes = readFileSync(createRequire(import.meta.url).resolve(address));
    const font = create(bytes);
    if (!("glyphForCodePoint" in font)) throw new Error(`${file} holds several fonts`);
    return { name, bytes, font };
  });
}
