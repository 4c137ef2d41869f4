import { setTimeout as pause } from "node:timers/promises";
import { type Attempt, type Code, DONE, type Sent } from "./attempt";

/** How long somebody sends a form again that got no answer: a database that was killed comes back meanwhile. */
const PATIENCE_MS = 60_000;
const AGAIN_MS = 20;

type Played = { attempt: Attempt; sent: Sent };

/** What was asked and answered before: the same form gets the same answer, another form with its key none. */
export class Memory {
  readonly #answers = new Map<string, { body: string; answer: string | null }>();
  readonly past: Attempt[] = [];

  earlier({ actorId, key }: Attempt) {
    return this.#answers.get(`${actorId} ${key}`) ?? null;
  }

  keep(attempt: Attempt, answer: string | null): void {
    this.#answers.set(`${attempt.actorId} ${attempt.key}`, { body: attempt.body, answer });
    if (!attempt.altered) return;
    this.past.push(attempt);
    this.past.sort((a, b) => (a.key < b.key ? -1 : 1));
  }
}

/**
 * Sends all of them at once and asks the model about every answer: those that were done, in the order in which they
 * were; those that were refused, over what the others did. Returns what was wrong. While connections are being
 * cut or processes killed, a request without an answer is sent again, as a browser or a client of the interface does.
 */
export async function play(memory: Memory, attempts: readonly Attempt[], cut?: () => Promise<void>): Promise<string[]> {
  const played: Played[] = [];
  const wrong: string[] = [];
  const all = attempts.map(async (attempt) => {
    try {
      played.push({ attempt, sent: await insist(attempt, cut ? PATIENCE_MS : 0) });
    } catch (error) {
      wrong.push(`${attempt.says}: expected ${attempt.expected().join(" or ")}, threw ${String(error)}`);
    }
  });
  await Promise.all([...all, cut?.()]);
  const isDone = ({ sent }: Played) => sent.code === DONE;
  for (const one of [...played.filter(isDone), ...played.filter((each) => !isDone(each))]) {
    const expected = expectedOf(memory, one);
    if (expected.includes(one.sent.code)) accept(memory, one);
    else wrong.push(`${one.attempt.says}: expected ${expected.join(" or ")}, got ${one.sent.code}`);
  }
  return wrong;
}

function expectedOf(memory: Memory, { attempt, sent }: Played): readonly Code[] {
  const expected = attempt.expected();
  if (sent.code === DONE && attempt.sees) {
    const sight = JSON.stringify(attempt.sees());
    return sent.answer === sight ? expected : [`to see ${sight}, not ${sent.answer}`];
  }
  const earlier = memory.earlier(attempt);
  if (!earlier || expected.includes("session_expired")) return expected;
  if (earlier.body !== attempt.body) return ["idempotency_mismatch"];
  return earlier.answer === sent.answer ? [DONE] : [`the answer ${earlier.answer}, not ${sent.answer}`];
}

function accept(memory: Memory, { attempt, sent }: Played): void {
  if (sent.code !== DONE || memory.earlier(attempt)) return;
  sent.settle();
  if (attempt.sees) return;
  memory.keep(attempt, sent.answer);
}

async function insist(attempt: Attempt, patience: number): Promise<Sent> {
  for (const end = performance.now() + patience; ; ) {
    try {
      return await attempt.send();
    } catch (error) {
      if (performance.now() >= end) throw error;
      await pause(AGAIN_MS);
    }
  }
}
