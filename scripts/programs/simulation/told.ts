import type { Report } from "./simulate";

/** What a run says in the end: the whole story where something was wrong or it is wanted, then how it went. */
export function told({ history, ...report }: Report & { history: readonly string[] }, story: boolean): string[] {
  const { ok, seed, steps, faults, firstFailure } = report;
  return [
    ...(story || !ok ? history : []),
    ...(firstFailure?.wrong ?? []).map((wrong) => `✗ step ${firstFailure?.step}: ${wrong}`),
    `Seed ${seed}, ${steps} steps, ${JSON.stringify(faults)}: ${ok ? "all agree." : "wrong."}`,
  ];
}
