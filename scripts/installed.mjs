import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runNode, runToEnd } from "./child.mjs";
import { isFresh, stamp } from "./freshness.mjs";
import { Halt } from "./halt.mjs";
import { ROOT } from "./root.mjs";

// Runs before anything is installed: imports only what comes with Node.

const SOURCES = ["package-lock.json"];

/** Installs the packages of package-lock.json unless exactly they are there. */
export async function ensureInstalled({ signal } = {}) {
  if (existsSync(join(ROOT, "node_modules")) && isFresh("installed", SOURCES)) return;
  if (!agreesWithLock()) await install(signal);
  stamp("installed", SOURCES);
}

async function install(signal) {
  console.error("Installing packages (once, about a minute) …");
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const { code } = npm?.endsWith(".js")
    ? await runNode([npm, ...args], { signal })
    : await runToEnd("npm", args, { signal });
  if (code !== 0)
    throw new Halt("The packages could not be installed (npm says why above): mend that, then try again.");
}

/** npm notes what it installed; somebody may have run it by hand. */
function agreesWithLock() {
  const note = join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const has = JSON.parse(readFileSync(note, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || (has[path] ? has[path].version === entry.version : entry.optional === true),
  );
}
