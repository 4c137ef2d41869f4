import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../root.mjs";
import { growthChart } from "./chart.mjs";
import { figuresOf, withFigures } from "./report.mjs";

const DOCS = join(ROOT, "docs");
const KEPT = "benchmarks.json";
/** The order of the table. */
const ORDER = ["holds", "race", "board", "viewers", "pages", "payments", "reports", "import", "growth", "process"];

/** Puts one group's figures in the place of its earlier ones, and draws table and chart anew. */
export function keepGroup(group, result, folder = DOCS) {
  const file = join(folder, KEPT);
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  kept[group] = result;
  const groups = Object.fromEntries(ORDER.filter((name) => kept[name]).map((name) => [name, kept[name]]));
  writeFileSync(file, `${JSON.stringify(groups, null, 2)}\n`);
  const page = join(folder, "benchmarks.md");
  writeFileSync(page, withFigures(readFileSync(page, "utf8"), figuresOf(groups)));
  const series = groups.growth?.rows
    .filter(({ points }) => points)
    .map(({ series: name, points }) => ({ name, points }));
  if (series) writeFileSync(join(folder, "growth.svg"), growthChart("Median milliseconds by ledger entries", series));
}
