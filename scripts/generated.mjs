import { existsSync } from "node:fs";
import { join } from "node:path";
import { isFresh, stamp } from "./freshness.mjs";
import { Halt } from "./halt.mjs";
import { runPrisma } from "./prisma/run-prisma.mjs";
import { ROOT } from "./root.mjs";

const CLIENT = join(ROOT, "app", "platform", "prisma");
const SOURCES = ["prisma/schema", "prisma.config.ts", "package-lock.json"];

/** Makes the database client when the schema has changed since it was made. */
export async function ensureGenerated() {
  if (!existsSync(join(ROOT, "prisma", "schema"))) return;
  if (!existsSync(CLIENT) || !isFresh("generated", SOURCES)) await generate();
}

/** Makes the database client from the schema. */
export async function generate() {
  const { code, stdout, stderr } = await runPrisma(["generate"], { quiet: true });
  if (code !== 0) throw new Halt(`The database client could not be made from prisma/schema:\n${stdout}${stderr}`);
  stamp("generated", SOURCES);
}
