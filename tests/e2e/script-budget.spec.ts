import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";

const CLIENT = "build/client";
const ASSETS = `${CLIENT}/assets`;
/** Gzip, everything a first visit loads, words of one language included. */
const BOARD_BYTES = 170_000;
const PAGE_BYTES = 210_000;

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

/** Everything a page loads for itself, its frames, the entry and one language. */
function filesOf({ entry, routes }: Manifest, id: string): Set<string> {
  const words = readdirSync(ASSETS).filter((name) => name.startsWith("zh-CN-"));
  const files = new Set([...words.map((name) => `/assets/${name}`), entry.module, ...entry.imports]);
  for (let at = routes[id]; at; at = at.parentId ? routes[at.parentId] : undefined) {
    for (const file of [at.module, ...at.imports]) files.add(file);
  }
  return files;
}

test("no page outgrows its budget of script", () => {
  const manifest = readManifest();
  const pages = Object.keys(manifest.routes)
    .filter((id) => id !== "root")
    .map((id) => ({ id, bytes: [...filesOf(manifest, id)].reduce((sum, file) => sum + sizeOf(file), 0) }))
    .sort((a, b) => b.bytes - a.bytes);
  console.log(pages.map(({ id, bytes }) => `${(bytes / 1000).toFixed(1).padStart(7)} kB  ${id}`).join("\n"));
  const board = pages.find(({ id }) => id === "routes/onsite+/$project.board");
  expect(board?.bytes).toBeLessThan(BOARD_BYTES);
  expect(pages[0]?.bytes).toBeLessThan(PAGE_BYTES);
});
