import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

// Backups of one folder carry the moment in their name, so that the newest can be kept and the others removed.

const ROTATED = /^loupan-\d{8}T\d{6}Z\.backup$/;
const LEFT_OVER = /^loupan-\d{8}T\d{6}Z\.backup\.part$/;
/** No backup takes that long: its process was killed. */
const ABANDONED_MS = 24 * 3_600_000;

/** @param {Date} now */
export function rotatedName(now) {
  return `loupan-${now.toISOString().replace(/[-:]|\.\d+/g, "")}.backup`;
}

/**
 * The newest stay; only files that were named here are touched.
 * @param {string} folder
 * @param {number} keep
 */
export function removeOlder(folder, keep) {
  const names = readdirSync(folder);
  const old = names
    .filter((name) => ROTATED.test(name))
    .sort()
    .reverse()
    .slice(keep);
  const left = names.filter((name) => LEFT_OVER.test(name) && isAbandoned(join(folder, name)));
  for (const name of [...old, ...left]) rmSync(join(folder, name), { force: true });
}

function isAbandoned(file) {
  return Date.now() - statSync(file).mtimeMs > ABANDONED_MS;
}
