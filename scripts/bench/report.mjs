import { cpus, loadavg, totalmem } from "node:os";

/** What the figures were measured on, without a name or a path. */
export function machineLine() {
  const [first] = cpus();
  const model = (first?.model ?? "unknown processor").replace(/\s+/g, " ").trim();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${model}, ${memory} GiB, ${process.platform}, Node ${process.versions.node}`;
}

/** How busy the machine is before a group is measured. */
export function loadNow() {
  return Number((loadavg()[0] ?? 0).toFixed(1));
}

const BEGIN = "<!-- figures:begin -->";
const END = "<!-- figures:end -->";

/** The page with the figures in their place; every word around them stays. */
export function withFigures(page, figures) {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has lost its marks ${BEGIN} … ${END}`);
  return `${page.slice(0, from)}${BEGIN}\n\n${figures}\n${page.slice(to)}`;
}

/**
 * The groups' rows as one table, with what each group was measured on where they differ.
 * @param {Record<string, { machine: string, load: number, rounds: number, rows: object[] }>} groups
 */
export function figuresOf(groups) {
  const all = Object.entries(groups);
  const rows = all.flatMap(([, { rows }]) => rows);
  const notes = rows.filter(({ note }) => note).map(({ name, note }) => `- ${name}: ${note}`);
  return `${all.length === 0 ? "" : measuredOn(all)}

| what | Loupan | limit | unit | ratio | goal | reached |
|---|---|---|---|---|---|---|
${rows.map(lineOf).join("\n")}

${notes.join("\n")}
`;
}

function measuredOn(all) {
  const lines = new Map();
  for (const [name, { machine, load, rounds }] of all) {
    const key = `${machine}; ${rounds} rounds after one that is thrown away`;
    lines.set(key, [...(lines.get(key) ?? []), `${name} ${load}`]);
  }
  return [...lines].map(([key, names]) => `- ${key}; load before each group: ${names.join(", ")}`).join("\n");
}

function lineOf({ name, value, limit, ratio, unit, spread, reach, reached }) {
  const against = limit === null ? "–" : figure(limit, spread.limit);
  const verdict = reached === null ? "–" : reached ? "yes" : "**no**";
  return `| ${name} | ${figure(value, spread.value)} | ${against} | ${unit} | ${ratio ?? "–"} | ${reach ?? "–"} | ${verdict} |`;
}

function figure(value, [least, most]) {
  return least === most ? shown(value) : `${shown(value)} (${shown(least)} – ${shown(most)})`;
}

function shown(value) {
  return value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}
