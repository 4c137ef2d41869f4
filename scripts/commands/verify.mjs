import { existsSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "../child.mjs";
import { ensureInstalled } from "../installed.mjs";
import { optionsOf } from "../program.mjs";
import { ROOT } from "../root.mjs";

const note = (message) => console.error(message);

export async function main(args) {
  const { json = false } = optionsOf("verify", args, {});
  const settings = join(ROOT, ".env");
  if (existsSync(settings)) process.loadEnvFile(settings);
  await ensureInstalled();
  const [{ ensureBuilt }, { openDatabase }] = await Promise.all([import("../built.mjs"), import("../product.mjs")]);
  await ensureBuilt();
  const database = await openDatabase({ note, share: true });
  try {
    const program = [join(ROOT, "build", "verify.mjs"), ...(json ? ["--json"] : [])];
    const { code } = await runNode(program, {
      env: { NODE_ENV: "production", DATABASE_URL: database.url },
      answers: true,
    });
    process.exitCode = code;
  } finally {
    await database.stop();
  }
}
