import { run } from "./run.mjs";

const HELP = `
npm run migration -- NAME: writes prisma/migrations/NNNN_NAME/migration.sql, what leads from the migrations so far to
prisma/schema. Add by hand what Prisma does not know (partial indexes, checks, triggers), then commit it.
Needs no database: it uses a temporary one.
`;

run(HELP, () => import("./commands/migration.mjs"));
