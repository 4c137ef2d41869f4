import { Halt } from "./halt.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const PARENT_LOOK = 500;

/**
 * Runs work until it ends or the process is asked to stop, then everything that work registered is stopped, last
 * first.
 * @param {(signal: AbortSignal, onStop: (stop: () => Promise<void>) => void) => Promise<unknown>} work resolves when
 *   something that should go on has ended
 */
export async function untilStopped(work) {
  const stops = [];
  const asked = new AbortController();
  const stopped = new Promise((resolve) => {
    asked.signal.addEventListener("abort", resolve);
  });
  for (const name of SIGNALS) process.on(name, () => asked.abort());
  const watching = stopWithNpm(() => asked.abort());
  try {
    const working = work(asked.signal, (stop) => stops.push(stop));
    const cause = await Promise.race([working, stopped.then(() => asked)]);
    // What was being started when the signal came is started or broken off first, so that it can be stopped.
    if (cause === asked) await working.catch(() => {});
    else throw new Halt(`The server ended unasked (${cause}): start it again; what it said is above.`);
  } catch (error) {
    if (!asked.signal.aborted) throw error;
  } finally {
    clearInterval(watching);
    for (const stop of stops.reverse()) await stop();
  }
}

/** A SIGTERM to `npm start` ends npm and the shell between us, and does not reach us: we see that they are gone. */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && stop(), PARENT_LOOK);
}
