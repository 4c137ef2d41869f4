import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../root.mjs";

/** What Prisma's CLI needs to work without downloading or reporting anything. */
export function prismaEnvironment(extra = {}) {
  return {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: join(ROOT, "scripts", "prisma", "schema-engine.mjs"),
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    ...extra,
  };
}

/**
 * Runs Prisma's CLI with our schema engine.
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] quiet: its words are only in the result
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function runPrisma(args, { env = {}, quiet = false } = {}) {
  const cli = join(ROOT, "node_modules", "prisma", "build", "index.js");
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: ROOT,
    env: prismaEnvironment(env),
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
  });
  const said = { stdout: "", stderr: "" };
  for (const stream of quiet ? ["stdout", "stderr"] : []) {
    child[stream].setEncoding("utf8").on("data", (text) => {
      said[stream] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, ...said }));
  });
}
