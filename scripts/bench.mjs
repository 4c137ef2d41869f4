import { run } from "./run.mjs";

const HELP = `
npm run bench: measures the product beside its limits, on a database of its own in a temporary folder. What was measured
goes to docs/benchmarks.json, group by group, and its table and chart into docs/benchmarks.md and docs/growth.svg; the
words around the table stay.

  --quick         a short run of small sizes, which writes no file
  --only WORDS    only these groups, with commas between; the figures of the others stay (holds, race, board, viewers,
                  payments, pages, reports, import, growth, process)
  --rounds N      so many rounds instead of 5 (3 in a short run)
  --json          print one JSON object: {machine, rounds, rows: [{name, value, limit, ratio, unit, group, load, …}]}
`;

run(HELP, () => import("./commands/bench.mjs"));
