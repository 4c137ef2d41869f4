import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Whether a process runs. One that has ended but that nobody has collected (a zombie) does not. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return statOf(pid)?.state !== "Z";
}

/** Tells a process from a later one under the same number: when it began, where the system says so. */
export function birthOf(pid) {
  return statOf(pid)?.began ?? "";
}

function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], began: fields[19] };
  } catch {
    return undefined;
  }
}

/** The processes that work in a folder, as PostgreSQL's do in their data folder; null where the system does not say. */
export function processesIn(folder) {
  let pids;
  try {
    pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return null;
  }
  return pids.map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder && isRunning(pid);
    } catch {
      return false;
    }
  });
}

/** Waits until the condition holds; false when it did not within the time. For what gives no event to wait for. */
export async function until(condition, milliseconds) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(20)) {
    if (condition()) return true;
  }
  return condition();
}
