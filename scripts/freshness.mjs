import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.mjs";

const STAMPS = join(ROOT, "node_modules", ".cache", "loupan");

/** Whether the sources hold exactly what they held when the stamp was made. By content: a checkout changes every date. */
export function isFresh(name, sources) {
  const file = join(STAMPS, name);
  return existsSync(file) && readFileSync(file, "utf8") === digest(sources);
}

export function stamp(name, sources) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), digest(sources));
}

function digest(sources) {
  const hash = createHash("sha256");
  for (const source of sources) addTo(hash, source);
  return hash.digest("hex");
}

function addTo(hash, path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
  } else {
    hash.update(`${path}\n`).update(readFileSync(full));
  }
}
