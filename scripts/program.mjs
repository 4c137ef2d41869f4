import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runNode } from "./child.mjs";
import { Halt } from "./halt.mjs";
import { ensureInstalled } from "./installed.mjs";
import { ROOT } from "./root.mjs";

const note = (message) => console.error(message);

/**
 * Runs one of the built programs on the product's database, whether or not the product is running.
 * @param {string} name
 * @param {object} task handed over as JSON
 */
export async function runProgram(name, task) {
  const settings = join(ROOT, ".env");
  if (existsSync(settings)) process.loadEnvFile(settings);
  await ensureInstalled();
  const [{ ensureBuilt }, { openDatabase }, { ensureDemo }] = await Promise.all([
    import("./built.mjs"),
    import("./product.mjs"),
    import("./demo.mjs"),
  ]);
  await ensureBuilt();
  const database = await openDatabase({ note, share: true });
  try {
    await ensureDemo(database.url, { note });
    const program = [join(ROOT, "build", `${name}.mjs`), JSON.stringify(task)];
    const { code } = await runNode(program, {
      env: { NODE_ENV: "production", DATABASE_URL: database.url },
      answers: true,
    });
    process.exitCode = code;
  } finally {
    await database.stop();
  }
}

/** The options of a command, or a sentence that says what is wrong with them. */
export function optionsOf(command, args, options) {
  try {
    return parseArgs({ args, options: { ...options, json: { type: "boolean" } } }).values;
  } catch (error) {
    throw new Halt(`${error.message} (npm run ${command} -- --help shows the options)`);
  }
}
