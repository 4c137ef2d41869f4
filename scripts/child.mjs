import { spawn } from "node:child_process";
import { ROOT } from "./root.mjs";

/**
 * Runs a program to its end, in the product's folder.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, signal?: AbortSignal, quiet?: boolean, answers?: boolean }} [options]
 *   quiet: its words come only in the result; else they go to standard error, which leaves standard output to results
 *   answers: its standard output is the result
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runToEnd(command, args, { env = {}, signal, quiet = false, answers = false } = {}) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", answers ? process.stdout : process.stderr, process.stderr],
    ...(signal && { signal }),
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a Node program (a file and its arguments). */
export function runNode(args, options) {
  return runToEnd(process.execPath, args, options);
}
