import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Halt } from "../halt.mjs";
import { ROOT } from "../root.mjs";

/** Loads .env and reads the arguments that backup and restore share. */
export function readOptions(args, command, more = {}) {
  const settings = join(ROOT, ".env");
  if (existsSync(settings)) process.loadEnvFile(settings);
  let parsed;
  try {
    const options = { "key-file": { type: "string" }, json: { type: "boolean" }, ...more };
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Halt(`${error.message} (npm run ${command} -- --help shows the options)`);
  }
  const [given, ...others] = parsed.positionals;
  if (!given || others.length > 0) throw new Halt(`Say which file: npm run ${command} -- FILE`);
  const { values } = parsed;
  return { ...values, file: resolve(process.env.INIT_CWD ?? ".", given), passphrase: passphraseOf(values["key-file"]) };
}

function passphraseOf(keyFile) {
  if (!keyFile) return process.env.BACKUP_KEY || null;
  const file = resolve(process.env.INIT_CWD ?? ".", keyFile);
  if (!existsSync(file)) throw new Halt(`There is no key file ${file}.`);
  const words = readFileSync(file, "utf8").trim();
  if (!words) throw new Halt(`The key file ${file} is empty.`);
  return words;
}

/** Where kept files lie. */
export function filesFolder() {
  return join(resolve(ROOT, process.env.LOUPAN_HOME || ".loupan"), "files");
}
