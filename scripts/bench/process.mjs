import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** What a process that stopped starting up and has nothing to do keeps in memory, in MiB. */
export async function idleMemory(pid) {
  await pause(10_000);
  return memoryOf(pid);
}

export async function memoryOf(pid) {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

/** The app's process by itself, without PostgreSQL: what it took to start and what it keeps. */
export function processRows({ milliseconds, idle }, loaded) {
  return [
    row("start of the app on a migrated database, until it listens", "ms", milliseconds, null),
    row("memory of the app, idle", "MiB", idle, null),
    row("memory of the app after all of the above", "MiB", loaded, 400),
  ];
}

function row(name, unit, value, atMost) {
  const shown = Number(value.toPrecision(4));
  return {
    ...{ name, unit, value: shown, limit: null, ratio: null, spread: { value: [shown, shown], limit: null }, note: "" },
    ...{ reach: atMost && `≤ ${atMost} ${unit}`, reached: atMost && value <= atMost },
  };
}
