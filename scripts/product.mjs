import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { demandUsable } from "./database-at.mjs";
import { Halt } from "./halt.mjs";
import { migrate } from "./migrate.mjs";
import { startPostgres } from "./postgres.mjs";
import { ROOT } from "./root.mjs";

const WITH_PARENT = pathToFileURL(join(ROOT, "scripts", "with-parent.mjs")).href;
/** Prisma reads relations side by side on one connection; pg queues them, as it should, and warns of its next version. */
export const QUIET = "--disable-warning=DeprecationWarning";
/** A server that has not stopped by then is ended. Longer than it gives its own requests. */
const STOP_LIMIT = 20_000;

/**
 * The database of the product, ready and migrated: DATABASE_URL, or the embedded PostgreSQL of LOUPAN_HOME.
 * @param {{ note: (message: string) => void, share?: boolean }} options share: beside a running Loupan, on its server
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function openDatabase({ note, share = false }) {
  const given = process.env.DATABASE_URL;
  if (given) await demandUsable(given);
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({ home: resolve(ROOT, process.env.LOUPAN_HOME || ".loupan"), share, note });
  try {
    const { applied } = await migrate((given && process.env.DATABASE_DIRECT_URL) || server.url);
    if (applied.length > 0) note(`Database migrated: ${applied.join(", ")}.`);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Starts the server process and waits until it listens. It has a process group of its own, so that Ctrl-C reaches it
 * once, through us.
 * @returns {Promise<{ url: string, pid: number, ended: Promise<number | string>, stop: () => Promise<void>, warnings: string[] }>}
 */
export async function serve(args, { env, signal }) {
  signal.throwIfAborted();
  const child = spawn(process.execPath, [QUIET, "--import", WITH_PARENT, ...args], {
    cwd: ROOT,
    // Fewer pools of memory for the threads: what was freed goes back instead of lying about in each of them.
    env: { MALLOC_ARENA_MAX: "2", ...process.env, ...env },
    detached: true,
    stdio: ["ignore", process.stderr, "pipe", "ipc"],
  });
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    words = (words + text).slice(-10_000);
    process.stderr.write(text);
  });
  const ended = new Promise((done) => child.once("exit", (code, by) => done(by ?? code)));
  const stop = async () => {
    child.kill("SIGTERM");
    const impatient = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT);
    await ended;
    clearTimeout(impatient);
  };
  signal.addEventListener("abort", stop);
  const listening = new Promise((done) => {
    child.on("message", (message) => message?.listening && done(message.listening));
  });
  const first = await Promise.race([listening, ended.then(() => null)]);
  if (!first)
    throw new Halt(/SettingsError: (.*)/.exec(words)?.[1] ?? "The server ended before it was ready (see above).");
  return { url: publicAddress(first), pid: child.pid, ended, stop, warnings: first.warnings ?? [] };
}

function publicAddress({ host, port }) {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return process.env.PUBLIC_URL || `http://${name}:${port}`;
}
