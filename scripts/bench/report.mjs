import { cpus, loadavg, totalmem } from "node:os";

/** What the figures were measured on, without a name or a path. */
export function machineLine() {
  const [first] = cpus();
  const model = (first?.model ?? "unknown processor").replace(/\s+/g, " ").trim();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const load = loadavg()[0]?.toFixed(1) ?? "?";
  return `${cpus().length} × ${model}, ${memory} GiB, ${process.platform}, Node ${process.versions.node}, load ${load} before the run`;
}

const NOT_YET = [
  "300 viewers of a board and 20 changes a second",
  "list of 50, customer search, customer page and deal page at full size",
  "month reports other than the cockpit's; cockpit and reports over ledger entries",
  "import of 50 000 rows",
  "growth of hold, payment, list and report from 10 k to 1 M",
  "start, memory idle and after load",
  "durability under kill -9 as figures (tests/crash tests it)",
];

/** The report as docs/benchmarks.md has it. */
export function markdownOf({ machine, rounds, rows }, args = []) {
  const options = args.filter((one) => one !== "--json");
  const command = ["npm run bench", ...(options.length > 0 ? ["--", ...options] : [])].join(" ");
  const table = rows.map(
    ({ name, value, limit, ratio, unit, spread, reach, reached }) =>
      `| ${name} | ${figure(value, spread.value)} | ${figure(limit, spread.limit)} | ${unit} | ${ratio} | ${reach ?? "–"} | ${
        reached === null ? "–" : reached ? "yes" : "**no**"
      } |`,
  );
  const notes = rows.filter(({ note }) => note).map(({ name, note }) => `- ${name}: ${note}`);
  return `# Benchmarks

Repeat with \`${command}\`. Every figure stands beside its limit, measured in the same run: the rounds alternate between
the two, and which goes first changes from round to round. The database is the embedded PostgreSQL in a temporary
folder, durable (fsync and synchronous_commit on); clients, servers and database share the machine. Seeds are fixed.

- Machine: ${machine}
- Rounds: ${rounds} after one that is thrown away; median (least – most)

| what | Loupan | limit | unit | ratio | reach | reached |
|---|---|---|---|---|---|---|
${table.join("\n")}

${notes.join("\n")}

The limits: *holds*, the same rows by one prepared statement on plain \`pg\`, 16 connections, without any check; *attempts
on one unit*, bare \`node:http\` + \`pg\` with the same look-up of the token; *board*, the same bytes from memory by bare
\`node:http\`, nobody signed in; *payments*, the same rows by plain SQL, one transaction each, without any check; *cockpit*,
the same figures by a scan of all facts; *import*, COPY of the rows that the import wrote.

## Not measured yet

${NOT_YET.map((one) => `- ${one}`).join("\n")}
`;
}

function figure(value, [least, most]) {
  return `${shown(value)} (${shown(least)} – ${shown(most)})`;
}

function shown(value) {
  return value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}
