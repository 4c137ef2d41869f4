import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Halt } from "../halt.mjs";
import { temporaryPostgres } from "../postgres.mjs";
import { schemaDifference } from "../prisma/schema-difference.mjs";
import { ROOT } from "../root.mjs";

const FOLDER = join(ROOT, "prisma", "migrations");
const LOCK = 'provider = "postgresql"\n';

export async function main([name, ...rest]) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? "") || rest.length > 0) {
    throw new Halt(
      "Give the migration one name in lower case with underscores: npm run migration -- add_parking_spaces",
    );
  }
  mkdirSync(FOLDER, { recursive: true });
  const lock = join(FOLDER, "migration_lock.toml");
  if (!existsSync(lock)) writeFileSync(lock, LOCK);
  const server = await temporaryPostgres();
  const sql = await schemaDifference(server.url).finally(server.stop);
  if (!sql) {
    console.log("The migrations already lead to the schema: nothing to write.");
    return;
  }
  const folder = join(FOLDER, `${nextNumber()}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), sql);
  console.log(`Wrote ${join(folder, "migration.sql")}: read it, and add by hand what Prisma does not know.`);
}

function nextNumber() {
  const numbers = readdirSync(FOLDER).map((entry) => Number.parseInt(entry, 10) || 0);
  return String(Math.max(0, ...numbers) + 1).padStart(4, "0");
}
