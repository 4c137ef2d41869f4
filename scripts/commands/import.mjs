import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runNode } from "../child.mjs";
import { Halt } from "../halt.mjs";
import { ensureInstalled } from "../installed.mjs";
import { ROOT } from "../root.mjs";

const note = (message) => console.error(message);

export async function main(args) {
  const task = taskOf(args);
  const settings = join(ROOT, ".env");
  if (existsSync(settings)) process.loadEnvFile(settings);
  await ensureInstalled();
  const [{ ensureBuilt }, { openDatabase }, { ensureDemo }] = await Promise.all([
    import("../built.mjs"),
    import("../product.mjs"),
    import("../demo.mjs"),
  ]);
  await ensureBuilt();
  const database = await openDatabase({ note, share: true });
  try {
    await ensureDemo(database.url, { note });
    const program = [join(ROOT, "build", "import.mjs"), JSON.stringify(task)];
    const env = { NODE_ENV: "production", DATABASE_URL: database.url };
    const { code } = await runNode(program, { env, answers: true });
    process.exitCode = code;
  } finally {
    await database.stop();
  }
}

function taskOf(args) {
  const { values, positionals } = parsed(args);
  const [given, ...more] = positionals;
  if (!given || more.length > 0 || !values.project)
    throw new Halt("Say which file and which project: npm run import -- FILE --project NAME");
  const file = resolve(process.env.INIT_CWD ?? ".", given);
  if (!existsSync(file) || !statSync(file).isFile()) throw new Halt(`There is no file ${file}.`);
  return {
    file,
    project: values.project,
    profile: values.profile ?? null,
    acceptGoodRows: values["accept-good-rows"] ?? false,
    dryRun: values["dry-run"] ?? false,
    json: values.json ?? false,
  };
}

function parsed(args) {
  const flag = { type: "boolean" };
  const text = { type: "string" };
  const options = { project: text, profile: text, "accept-good-rows": flag, "dry-run": flag, json: flag };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Halt(`${error.message} (npm run import -- --help shows the options)`);
  }
}
