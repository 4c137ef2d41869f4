import { run } from "./run.mjs";

const HELP = `
npm run verify: checks every invariant of the database, the ledger, the audit chain and the kept files, and names each
violation. Exits with 1 when one is found.

  --json   print one JSON object: {ok, checks: [{name, ok, count, detail}]}
`;

run(HELP, () => import("./commands/verify.mjs"));
