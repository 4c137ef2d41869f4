/** What one program and its limit did in every round. */
export type Rounds = { value: number[]; limit: number[] };

export type Row = {
  name: string;
  unit: string;
  /** Medians of the rounds; without a limit the figure stands for itself. */
  value: number;
  limit: number | null;
  ratio: number | null;
  spread: { value: [number, number]; limit: [number, number] | null };
  /** What was set as a goal, and whether it was reached. */
  reach: string | null;
  reached: boolean | null;
  note: string;
};

/** `pages` and `bare` are the servers that are the limits of what goes through HTTP. */
export type Task = { server: string; bare: string; pages: string; quick: boolean; rounds: number };

export type Goal = { atLeast: number } | { atMost: number } | null;

/**
 * Measures both in turn, round by round; which goes first alternates. The round before the first is thrown away: it
 * warms caches, connections and compilers for both.
 */
export async function interleaved(
  rounds: number,
  value: (round: number) => Promise<number>,
  limit: (round: number) => Promise<number>,
): Promise<Rounds> {
  const measured: Rounds = { value: [], limit: [] };
  for (let round = 0; round <= rounds; round++) {
    const order = round % 2 === 0 ? (["value", "limit"] as const) : (["limit", "value"] as const);
    for (const which of order) {
      const figure = await (which === "value" ? value : limit)(round);
      if (round > 0) measured[which].push(figure);
    }
  }
  return measured;
}

export function rowOf(name: string, unit: string, measured: Rounds, goal: Goal, note = ""): Row {
  const [value, limit] = [median(measured.value), median(measured.limit)];
  const ratio = value / limit;
  return {
    ...{ name, unit, value: rounded(value), limit: rounded(limit), ratio: rounded(ratio), note },
    spread: { value: spreadOf(measured.value), limit: spreadOf(measured.limit) },
    reach: goal && ("atLeast" in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`),
    reached: goal && ("atLeast" in goal ? ratio >= goal.atLeast : ratio <= goal.atMost),
  };
}

/** A figure that has no limit beside it, only a goal of its own. */
export function figureOf(name: string, unit: string, measured: readonly number[], goal: Goal, note = ""): Row {
  const value = median(measured);
  return {
    ...{ name, unit, value: rounded(value), limit: null, ratio: null, note },
    spread: { value: spreadOf(measured), limit: null },
    reach: goal && ("atLeast" in goal ? `≥ ${goal.atLeast} ` : `≤ ${goal.atMost} `) + unit,
    reached: goal && ("atLeast" in goal ? value >= goal.atLeast : value <= goal.atMost),
  };
}

/** The value that half of them do not exceed, in a sorted copy: 0.5 is the median, 0.99 the 99th percentile. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function spreadOf(values: readonly number[]): [number, number] {
  return [rounded(Math.min(...values)), rounded(Math.max(...values))];
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Runs the jobs with so many clients, each taking the next one when its last is done: milliseconds of each. */
export async function drive(clients: number, count: number, job: (at: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = new Array(count);
  let next = 0;
  const client = async () => {
    for (let at = next++; at < count; at = next++) {
      const from = performance.now();
      await job(at);
      took[at] = performance.now() - from;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return took;
}

/** How many jobs a second so many clients get done. */
export async function rate(clients: number, count: number, job: (at: number) => Promise<unknown>): Promise<number> {
  const took = await milliseconds(() => drive(clients, count, job));
  return (count * 1000) / took;
}

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
