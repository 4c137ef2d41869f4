import { spawn, spawnSync } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Halt } from "../halt.mjs";
import { isRunning, processesIn, until } from "../process-of.mjs";
import { SUFFIX } from "./binaries.mjs";
import { damaged, serverEnvironment } from "./cluster.mjs";

const RECOVERY_LIMIT = 10 * 60_000;
/** Longer paths do not fit into a socket address. */
const LONGEST_SOCKET_FOLDER = 80;

/** The server that the data folder names as its own and that runs: its process and port; null when none runs. */
export function runningPostmaster(dataDir) {
  const lock = readLock(dataDir);
  if (!lock || !isRunning(lock.pid)) return null;
  const inside = processesIn(dataDir);
  return (inside === null ? isPostgres(lock.pid) : inside.includes(lock.pid)) ? lock : null;
}

function isPostgres(pid) {
  return /postgres/.test(spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "");
}

function readLock(dataDir) {
  try {
    const [pid, , , port, , , , state] = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(pid), port: Number(port), ready: state?.trim() === "ready" };
  } catch {
    return null;
  }
}

/** Ends a server cleanly: open transactions are rolled back, everything is written, then it exits. */
export async function stopPostmaster(dataDir, pid) {
  const gone = () => !isRunning(pid) && (processesIn(dataDir) ?? []).length === 0;
  for (const [signal, limit] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 10_000],
  ]) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended meanwhile.
    }
    if (await until(gone, limit)) return;
  }
  throw new Halt(`The database server (process ${pid}) does not stop: end it with kill ${pid} and try again.`);
}

/** Removes the lock of a server that is gone. Never while one of its processes still writes. */
async function clearLock(dataDir) {
  const lock = readLock(dataDir);
  if (!lock) return;
  await until(() => (processesIn(dataDir) ?? []).length === 0, 10_000);
  if (processesIn(dataDir)?.length === 0) rmSync(join(dataDir, "postmaster.pid"), { force: true });
}

/**
 * Starts a server on the data folder and waits until it takes connections. It keeps its own process group, so that
 * Ctrl-C reaches the product first; its words go to logFile. It keeps nobody from ending who does not `await` it.
 */
export async function launchPostmaster({ dataDir, bin, account, logFile, port, settings }) {
  await clearLock(dataDir);
  for (let attempt = 0; ; attempt++) {
    const chosen = await freePort(attempt === 0 ? port : 0);
    const from = openSync(logFile, "a", 0o600);
    const offset = fstatSync(from).size;
    const child = spawn(join(bin, `postgres${SUFFIX}`), serverArguments(dataDir, chosen, settings), {
      ...account,
      cwd: "/",
      env: serverEnvironment(),
      detached: true,
      stdio: ["ignore", from, from],
    });
    closeSync(from);
    const ended = new Promise((resolve) => {
      child.once("exit", (code, signal) => resolve(signal ?? code));
      child.once("error", (error) => resolve(error.message));
    });
    child.unref();
    let over = false;
    void ended.then(() => {
      over = true;
    });
    const lock = () => readLock(dataDir);
    await until(() => over || (lock()?.ready && lock()?.pid === child.pid), RECOVERY_LIMIT);
    if (!over) return { pid: child.pid, port: chosen, ended, await: () => child.ref() };
    const words = readFileSync(logFile, "utf8").slice(offset);
    if (/in use|still in use|lock file/i.test(words) && attempt < 5) continue;
    throw explain(dataDir, logFile, words || String(await ended));
  }
}

function serverArguments(dataDir, port, settings) {
  const all = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: dataDir.length < LONGEST_SOCKET_FOLDER && process.platform !== "win32" ? dataDir : "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  return ["-D", dataDir, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

function explain(dataDir, logFile, words) {
  const said = words.split("\n").filter((line) => /FATAL|PANIC|could not/.test(line));
  const reason = (said.at(-1) ?? words.trim().split("\n").at(-1) ?? "").replace(/^.*?(FATAL|PANIC|LOG): +/, "");
  if (/No space left/.test(words)) return new Halt(`The disk is full, so the database cannot start: free some space.`);
  if (/ENOENT|EACCES|EPERM|loading shared libraries/.test(words)) {
    return new Halt(
      `The built-in PostgreSQL cannot run here (${reason}): install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
  return damaged(dataDir, `${reason}; see ${logFile}`);
}

/** The wished port when it is free, else any free one. */
export function freePort(wished = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () => (wished === 0 ? reject(new Halt("No free port on 127.0.0.1.")) : resolve(freePort(0))));
    probe.listen(wished, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
