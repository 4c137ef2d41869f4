import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { birthOf, isRunning } from "./process-of.mjs";

/**
 * Marks something as ours, by a file with our process in it, until released. The mark of a process that is gone does
 * not count.
 * @param {string} file
 * @returns {{ pid: number } | null} the process that has it, or null when it is ours now
 */
export function claim(file) {
  for (;;) {
    try {
      writeFileSync(file, `${process.pid} ${birthOf(process.pid)}`, { flag: "wx", mode: 0o600 });
      return null;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = readOwner(file);
    if (owner && isRunning(owner.pid) && birthOf(owner.pid) === owner.birth) return { pid: owner.pid };
    if (owner) removeStale(file, owner);
  }
}

export function release(file) {
  rmSync(file, { force: true });
}

/** Of several who find the same stale mark, one moves it away; whoever moved a newer one by that puts it back. */
function removeStale(file, owner) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readOwner(aside)?.text !== owner.text && !existsSync(file)) linkSync(aside, file);
  rmSync(aside);
}

function readOwner(file) {
  try {
    const text = readFileSync(file, "utf8");
    const [pid, birth = ""] = text.split(" ");
    return { text, pid: Number(pid), birth };
  } catch {
    return null;
  }
}
