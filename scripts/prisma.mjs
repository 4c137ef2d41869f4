import { run } from "./run.mjs";

const HELP = `
npm run prisma -- ARGUMENTS: Prisma's command line with our schema engine; downloads nothing.
For example: npm run prisma -- migrate diff --from-migrations prisma/migrations --to-schema prisma/schema --script
Without DATABASE_URL it works on a temporary database server of its own.
`;

run(HELP, () => import("./commands/prisma.mjs"));
