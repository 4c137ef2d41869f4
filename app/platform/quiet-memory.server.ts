import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const LOOK_EVERY_MS = 2_000;
/** Share of the time between two looks in which the process had something to do. */
const QUIET = 0.05;
const WORTH_IT_BYTES = 48 * 1024 ** 2;
/** What one collection empties the next gives back to the machine. */
const COLLECTIONS = 2;

/**
 * Gives memory back when nobody asks for anything. V8 lets rubbish lie until it needs the room, which after a rush can
 * be for ever; collected in a quiet moment, it costs no answer.
 */
export function tidyWhenQuiet(): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const look = { at: performance.eventLoopUtilization(), alive: 0, due: 0 };
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, look.at);
    look.at = now;
    if (process.memoryUsage().heapUsed - look.alive > WORTH_IT_BYTES) look.due = COLLECTIONS;
    if (utilization > QUIET || look.due === 0) return;
    collect();
    look.due -= 1;
    look.alive = process.memoryUsage().heapUsed;
  }, LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}
