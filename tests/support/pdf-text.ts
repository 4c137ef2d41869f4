import { inflateSync } from "node:zlib";

type Objects = Map<number, Buffer>;

/** The text of each page of a PDF that the product made, as a viewer copies it: one line per piece drawn. */
export function pagesOfPdf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(head(body)))
    .map((page) => textOf(page, objects));
}

/** The whole text without any white space, for looking for words that a line break may part. */
export function textOfPdf(pdf: Buffer): string {
  return pagesOfPdf(pdf).join("").replace(/\s+/g, "");
}

function objectsOf(pdf: Buffer): Objects {
  const text = pdf.toString("latin1");
  const found = text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map(Array.from(found, ([, id, body = ""]) => [Number(id), Buffer.from(body, "latin1")]));
}

function head(body: Buffer): string {
  return body.toString("latin1").split("\nstream\n")[0] ?? "";
}

function streamOf(body: Buffer): string {
  const text = body.toString("latin1");
  const start = text.indexOf("\nstream\n");
  const packed = Buffer.from(text.slice(start + 8, text.lastIndexOf("\nendstream")), "latin1");
  return (/FlateDecode/.test(head(body)) ? inflateSync(packed) : packed).toString("latin1");
}

function refOf(body: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1]);
}

function textOf(page: Buffer, objects: Objects): string {
  const object = (id: number) => objects.get(id) ?? Buffer.from("");
  const fonts = new Map<string, Map<string, string>>();
  const resources = head(object(refOf(head(page), "Resources")));
  for (const [, name = "", id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    fonts.set(name, unicodeOf(streamOf(object(refOf(head(object(Number(id))), "ToUnicode")))));
  }
  let font = new Map<string, string>();
  const pieces: string[] = [];
  const drawn = streamOf(object(refOf(head(page), "Contents"))).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g);
  for (const [, name, shown] of drawn) {
    if (name) font = fonts.get(name) ?? new Map();
    const codes = [...(shown ?? "").matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
    if (codes.length > 0) pieces.push(codes.map((code) => font.get(code) ?? "�").join(""));
  }
  return pieces.join("\n");
}

function unicodeOf(cmap: string): Map<string, string> {
  const known = new Map<string, string>();
  for (const [, from = "0", list = ""] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(from, 16);
    for (const [at, [, hex = ""]] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const units = hex.replace(/ /g, "").match(/.{4}/g) ?? [];
      const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
      known.set((first + at).toString(16).padStart(4, "0"), text);
    }
  }
  return known;
}
