import { databaseNow } from "./clock.server";
import { inTransaction, type Tx } from "./db.server";
import { log } from "./log.server";
import { once } from "./once.server";

// Work that is due again and again: of all processes one does it at a time, by an advisory lock that ends with its
// transaction. A failure is logged and the next turn comes as if nothing had happened.

type Turn = (tx: Tx, now: Date) => Promise<unknown>;
type Repeated = { name: string; everyMs: number; work: () => Promise<unknown> };

const registered = once("repeated", () => new Map<string, Repeated>());
const timers = once("repeated-timers", () => new Map<string, { stop: () => Promise<void> }>());

/** Registers work to be done again `everyMs` after each end. The work opens its own transactions. */
export function repeat(name: string, everyMs: number, work: (now: Date) => Promise<unknown>): void {
  registered.set(name, { name, everyMs, work: async () => work(await databaseNow()) });
}

/** The same for work that is one transaction and that only one process may do at a time. */
export function repeatAlone(name: string, everyMs: number, work: Turn): void {
  repeat(name, everyMs, (now) => alone(name, (tx) => work(tx, now)));
}

/** Does it now, unless another process is at it; whether it was done. */
export async function alone(name: string, work: (tx: Tx) => Promise<unknown>): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`loupan:${name}`}, 0)) AS mine`;
    if (!lock?.mine) return false;
    await work(tx);
    return true;
  });
}

/** Begins all registered work in this process. */
export function startRepeated(): void {
  for (const one of registered.values()) {
    if (!timers.has(one.name)) timers.set(one.name, begin(one));
  }
}

/** Begins no further turn and waits for those under way. */
export async function stopRepeated(): Promise<void> {
  const running = [...timers.values()];
  timers.clear();
  await Promise.all(running.map(({ stop }) => stop()));
}

function begin({ name, everyMs, work }: Repeated): { stop: () => Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let turn: Promise<void> = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      turn = work()
        .catch((error: unknown) => log.error({ err: error, name }, "repeated work failed"))
        .then(() => (stopped ? undefined : next()));
    }, everyMs).unref();
  };
  next();
  const stop = async () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    await turn;
  };
  return { stop };
}
