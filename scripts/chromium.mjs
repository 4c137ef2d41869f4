import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runNode, runToEnd } from "./child.mjs";
import { Halt } from "./halt.mjs";
import { ROOT } from "./root.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * A Chromium on this machine: CHROMIUM_PATH, an installed one, or the one that Playwright keeps.
 * @returns {Promise<string | null>} its program
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Halt(`CHROMIUM_PATH is ${given}, and there is no such file: correct it.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).concat(ELSEWHERE);
  const { chromium } = await import("playwright");
  return [...installed, chromium.executablePath()].find((file) => file && existsSync(file)) ?? null;
}

/** Finds a Chromium or installs one: Debian's as root, else Playwright's own. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  console.error("Installing Chromium for the browser tests (once) …");
  const said = [];
  for (const attempt of [installFromDebian, installFromPlaywright]) {
    said.push(await attempt());
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new Halt(
    `${said.join("\n")}\nNo Chromium could be installed: install one and set CHROMIUM_PATH to its program.`,
  );
}

async function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return "";
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const update = await runToEnd("apt-get", ["update", "-q"], { env, quiet: true });
  const packages = ["chromium", "fonts-noto-cjk"];
  const install = await runToEnd("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], {
    ...{ env, quiet: true },
  });
  return install.code === 0 ? "" : update.output + install.output;
}

async function installFromPlaywright() {
  const cli = join(ROOT, "node_modules", "@playwright", "test", "cli.js");
  const { code, output } = await runNode([cli, "install", "chromium"], { quiet: true });
  return code === 0 ? "" : output;
}
