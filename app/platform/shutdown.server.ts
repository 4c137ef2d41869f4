import { log } from "./log.server";
import { once } from "./once.server";

type Closer = { name: string; close: () => Promise<unknown> | unknown };

const closers = once("shutdown", (): Closer[] => []);

/** Registers what must be closed before the process ends (pool, jobs, streams). Closed in reverse order. */
export function closeOnExit(name: string, close: Closer["close"]): void {
  closers.push({ name, close });
}

/** Closes everything that was registered. One that fails does not keep the others open. */
export async function closeAll(): Promise<void> {
  for (const { name, close } of closers.splice(0).reverse()) {
    try {
      await close();
    } catch (error) {
      log.error({ err: error, name }, "did not close cleanly");
    }
  }
}
