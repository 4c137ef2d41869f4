import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Halt } from "../halt.mjs";
import { runProgram } from "../program.mjs";

export async function main(args) {
  await runProgram("import", taskOf(args));
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
