import { run } from "./run.mjs";

const HELP = `
npm start: runs Loupan. On a fresh machine it installs what it needs, builds, starts its own PostgreSQL and fills it with
a demo; later it starts within seconds. Ctrl-C stops everything.

  --json   print one JSON object when it is ready: {"url", "demo", "warnings"}

Settings come from the environment or a file .env; .env.example lists them.
`;

run(HELP, () => import("./commands/start.mjs"));
