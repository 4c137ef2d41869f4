import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const FOLDER = resolve(process.env.LOUPAN_SHARED_DATA ?? "../shared/data");

/** A file of real inputs and vectors kept beside the repository, or null where that folder is absent. */
export function sharedData(name: string): string | null {
  return existing(join(FOLDER, name));
}

/** A table of the design kept beside that folder, or null where it is absent. */
export function sharedDesign(name: string): string | null {
  return existing(join(FOLDER, "../design", name));
}

/** Rows of a plain CSV file (no quoted commas) by the names of its header; lines with # are remarks. */
export function csvRows(file: string): Record<string, string>[] {
  const lines = readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"));
  const [head = "", ...body] = lines;
  const names = head.split(",");
  return body.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

function existing(file: string): string | null {
  if (existsSync(file)) return file;
  console.warn(`skipped: ${file} is not here (LOUPAN_SHARED_DATA names its folder)`);
  return null;
}
