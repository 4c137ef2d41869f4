import { run } from "./run.mjs";

const HELP = `
npm run dev: runs Loupan for those who change it. Pages reload as they are edited.
Uses the same settings and database as npm start.
`;

run(HELP, () => import("./commands/dev.mjs"));
