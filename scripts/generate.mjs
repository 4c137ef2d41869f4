import { run } from "./run.mjs";

const HELP = `
npm run generate: makes the database client in app/platform/prisma from prisma/schema. Downloads nothing.

  --if-stale   only when the schema has changed since the last time
`;

run(HELP, () => import("./commands/generate.mjs"));
