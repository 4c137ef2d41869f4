import { Halt } from "../halt.mjs";
import { runPrisma } from "./run-prisma.mjs";

const EQUAL = 0;
const DIFFERENT = 2;

/**
 * The SQL that leads from the migrations to the schema; "" when they agree.
 * @param {string} url a server on which a shadow database may be made and dropped
 * @returns {Promise<string>}
 */
export async function schemaDifference(url) {
  const args = ["migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema"];
  const { code, stdout, stderr } = await runPrisma([...args, "--script", "--exit-code"], {
    env: { DATABASE_URL: url },
    quiet: true,
  });
  if (code === EQUAL) return "";
  if (code === DIFFERENT) return stdout;
  throw new Halt(`Migrations and schema could not be compared:\n${stdout}${stderr}`);
}
