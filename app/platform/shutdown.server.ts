import { log } from "./log.server";
import { once } from "./once.server";

type Step = { name: string; run: () => Promise<unknown> | unknown };

const steps = once("shutdown", () => ({ ending: [] as Step[], closing: [] as Step[] }));

/** Registers what would keep requests open for ever (event streams): ended as soon as the process is told to stop. */
export function endOnStop(name: string, run: Step["run"]): void {
  steps.ending.push({ name, run });
}

/** Registers what open requests still need (pool, jobs): closed when the last request is answered, newest first. */
export function closeOnExit(name: string, run: Step["run"]): void {
  steps.closing.push({ name, run });
}

export function endStreams(): Promise<void> {
  return runAll(steps.ending.splice(0));
}

export function closeAll(): Promise<void> {
  return runAll(steps.closing.splice(0).reverse());
}

/** One that fails does not keep the others open. */
async function runAll(all: readonly Step[]): Promise<void> {
  for (const { name, run } of all) {
    try {
      await run();
    } catch (error) {
      log.error({ err: error, name }, "did not close cleanly");
    }
  }
}
