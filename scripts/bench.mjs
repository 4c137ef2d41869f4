import { run } from "./run.mjs";

const HELP = `
npm run bench: measures the product beside its limits, on a database of its own in a temporary folder, and writes
docs/benchmarks.md.

  --quick         a short run of small sizes, which writes no file
  --full          1 000 000 facts instead of 200 000
  --only WORD     only the rows whose group is WORD (holds, race, board, payments, cockpit, import); writes no file
  --rounds N      so many rounds instead of 5 (3 in a short run)
  --json          print one JSON object: {machine, rounds, rows: [{name, value, limit, ratio, unit, …}]}
`;

run(HELP, () => import("./commands/bench.mjs"));
