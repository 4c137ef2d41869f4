import { Halt } from "../halt.mjs";
import { runPrisma } from "./run-prisma.mjs";

const EQUAL = 0;
/** An engine that died would also leave 0 and no words. */
const NOTHING = "This is an empty migration";
const DIFFERENT = 2;

/**
 * The SQL that leads from the migrations to the schema; "" when they agree.
 * @param {string} url a server on which a shadow database may be made and dropped
 * @param {{ migrations?: string }} [options]
 * @returns {Promise<string>}
 */
export async function schemaDifference(url, { migrations = "prisma/migrations" } = {}) {
  const args = ["migrate", "diff", "--from-migrations", migrations, "--to-schema", "prisma/schema"];
  const { code, stdout, stderr } = await runPrisma([...args, "--script", "--exit-code"], {
    env: { DATABASE_URL: url },
    quiet: true,
  });
  if (code === EQUAL && stdout.includes(NOTHING)) return "";
  if (code === DIFFERENT) return stdout;
  throw new Halt(`Migrations and schema could not be compared:\n${stdout}${stderr}`);
}
