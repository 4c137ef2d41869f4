import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";

const CLIENT = "build/client";
const ASSETS = `${CLIENT}/assets`;
/** Gzip kB of everything a first visit loads, words of one language included. */
const BUDGETS: Record<string, number> = {
  "routes/_public+/_index": 112,
  "routes/portal+/homes._index": 132,
  "routes/portal+/homes.$homeId._index": 140,
  "routes/onsite+/$project._index": 132,
  "routes/onsite+/$project.board": 150,
  "routes/onsite+/$project.deals.$dealId._index": 160,
  "routes/onsite+/$project.reception": 178,
  "routes/onsite+/$project.cashier._index": 189,
};
const ANY_PAGE = 198;

const WORDS = readdirSync(ASSETS).filter((name) => name.startsWith("zh-CN."));

type Part = { module: string; imports: string[]; parentId?: string };
type Manifest = { entry: Part; routes: Record<string, Part> };

/** What the browser is told about the pages, as it is told. */
function readManifest(): Manifest {
  const [file] = readdirSync(ASSETS).filter((name) => name.startsWith("manifest-"));
  const text = readFileSync(`${ASSETS}/${file}`, "utf8");
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as Manifest;
}

const gzipped = new Map<string, number>();
function sizeOf(path: string): number {
  const known = gzipped.get(path) ?? gzipSync(readFileSync(`${CLIENT}${path}`)).length;
  gzipped.set(path, known);
  return known;
}

/** The words that a file of the build asks for when it is loaded: `books.bring("board")`. */
function wordsOf(file: string): string[] {
  const books = [...readFileSync(`${CLIENT}${file}`, "utf8").matchAll(/\.bring\("([\w-]+)"\)/g)];
  return books.flatMap(([, book]) => WORDS.filter((name) => name.startsWith(`zh-CN.${book}-`)));
}

/** Everything a page loads for itself, its frames, the entry, and its words in one language. */
function filesOf({ entry, routes }: Manifest, id: string): Set<string> {
  const files = new Set([entry.module, ...entry.imports]);
  for (let at = routes[id]; at; at = at.parentId ? routes[at.parentId] : undefined) {
    for (const file of [at.module, ...at.imports]) files.add(file);
  }
  // Two name the book of refusals, which comes with the first "no".
  const loaded = [...files].filter((file) => !/\/(words-at-hand|entry\.client)-/.test(file));
  return new Set([...files, ...loaded.flatMap(wordsOf).map((name) => `/assets/${name}`)]);
}

test("no page outgrows its budget of script", () => {
  const manifest = readManifest();
  const pages = Object.keys(manifest.routes)
    .filter((id) => id !== "root")
    .map((id) => ({ id, bytes: [...filesOf(manifest, id)].reduce((sum, file) => sum + sizeOf(file), 0) }))
    .sort((a, b) => b.bytes - a.bytes);
  console.log(pages.map(({ id, bytes }) => `${(bytes / 1000).toFixed(1).padStart(7)} kB  ${id}`).join("\n"));
  const over = pages.filter(({ id, bytes }) => bytes > (BUDGETS[id] ?? ANY_PAGE) * 1000);
  expect(over).toEqual([]);
  expect(Object.keys(BUDGETS).filter((id) => !manifest.routes[id])).toEqual([]);
});

test("the board brings no checking of forms and no charts", () => {
  const files = [...filesOf(readManifest(), "routes/onsite+/$project.board")].join("\n");
  expect(files).toContain("/_project.board-");
  expect(files).not.toMatch(/\/(parse|schemas|chart-canvas)-/);
});
