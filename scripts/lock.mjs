import { run } from "./run.mjs";

const HELP = `
npm run lock: completes package-lock.json after packages were added or updated. npm records only the optional packages
that its registry offered to this machine; without the others "npm ci" fails, or leaves other machines without binaries.

  --check   changes nothing; fails when something is missing
`;

run(HELP, () => import("./commands/lock.mjs"));
