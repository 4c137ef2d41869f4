import { useFetcher, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

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
 * Follows a long piece of work that the reader asked for, until it ends; then the page's own data is read again.
 * Null until the first answer, and for null.
 */
export function useJobRun(runId: string | null): JobRunState | null {
  const { load, data = null, state } = useFetcher<JobRunState>();
  const { revalidate } = useRevalidator();
  const ended = data !== null && (data.status === "DONE" || data.status === "FAILED");
  useEffect(() => {
    if (!runId || ended || state !== "idle") return;
    const timer = setTimeout(() => load(`/job-runs/${runId}`), data ? ASK_EVERY_MS : 0);
    return () => clearTimeout(timer);
  }, [runId, ended, state, data, load]);
  useEffect(() => {
    if (ended) revalidate();
  }, [ended, revalidate]);
  return data;
}
