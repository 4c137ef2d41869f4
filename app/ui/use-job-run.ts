import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";

export type JobRunState = {
  id: string;
  status: "QUEUED" | "RUNNING" | "DONE" | "FAILED";
  done: number;
  total: number;
  result: unknown;
  error: string | null;
};

const ASK_EVERY_MS = 1_000;

/**
 * Follows a long piece of work that the reader asked for, until it ends; then the page's own data is read again. Null
 * until the first answer, and for null.
 */
export function useJobRun(runId: string | null): JobRunState | null {
  const [run, setRun] = useState<JobRunState | null>(null);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!runId) return;
    const asking = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const found = await findRun(runId, asking.signal);
      if (asking.signal.aborted || found === "not ours") return;
      if (found) setRun(found);
      if (!hasEnded(found)) timer = setTimeout(ask, ASK_EVERY_MS);
    };
    void ask();
    return () => {
      asking.abort();
      clearTimeout(timer);
    };
  }, [runId]);
  const ended = hasEnded(run);
  useEffect(() => {
    if (ended) revalidate();
  }, [ended, revalidate]);
  return run?.id === runId ? run : null;
}

function hasEnded(run: JobRunState | null): boolean {
  return run?.status === "DONE" || run?.status === "FAILED";
}

/**
 * A request of its own: a form that is sent meanwhile would end a fetcher's before its route is known to the browser.
 * Null when no answer came, or the sign-in page; then it is worth asking again.
 */
async function findRun(runId: string, signal: AbortSignal): Promise<JobRunState | "not ours" | null> {
  try {
    const answer = await fetch(`/job-runs/${runId}`, { signal });
    if (answer.status === 404) return "not ours";
    return answer.ok && !answer.redirected ? ((await answer.json()) as JobRunState) : null;
  } catch {
    return null;
  }
}
