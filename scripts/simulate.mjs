import { run } from "./run.mjs";

const HELP = `
npm run simulate: plays a sales office at random through the product's own commands, on a database of its own, beside a
plain model of it. Model and database agree after every step, or it stops, prints the story and exits with 1.

  --seed S    the story to play; the same seed tells the same one (default: 1)
  --steps N   how long (default: 500)
  --story     print the story also when all is well
  --json      print one JSON object: {ok, seed, steps, faults, firstFailure}

Works on a temporary PostgreSQL, or, where DATABASE_URL is set, in a database that it makes beside that one and drops.
`;

run(HELP, () => import("./commands/simulate.mjs"));
