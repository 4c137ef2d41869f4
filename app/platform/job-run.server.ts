import { pool } from "./db.server";
import type { JobStatus, Prisma } from "./prisma/client";

// The rows that screens poll. They are written outside the job's own transactions, so that progress shows at once.

const REPORT_EVERY_MS = 250;

export type Run = {
  id: string;
  kind: string;
  projectId: string | null;
  byId: string | null;
  input: unknown;
  /** Tells how far the work has come; cheap enough to call for every row. */
  report: (done: number, total: number) => Promise<void>;
};

type Row = Omit<Run, "report">;

/** Marks a run as begun; null when it has ended before and there is nothing left to do. */
export async function startRun(id: string): Promise<Run | null> {
  const { rows } = await pool.query<Row>(
    `UPDATE "JobRun" SET status = 'RUNNING', "startedAt" = coalesce("startedAt", clock_timestamp()), error = NULL
     WHERE id = $1 AND status IN ('QUEUED', 'RUNNING') RETURNING id, kind, "projectId", "byId", input`,
    [id],
  );
  const [row] = rows;
  return row ? { ...row, report: reporter(id) } : null;
}

type End = {
  status: Extract<JobStatus, "DONE" | "FAILED" | "QUEUED">;
  result?: Prisma.InputJsonValue | undefined;
  error?: string;
};

/** Ends a run, or puts it back for another try. */
export async function finishRun(id: string, { status, result, error }: End): Promise<void> {
  await pool.query(
    `UPDATE "JobRun" SET status = $2::"JobStatus", result = $3::jsonb, error = $4,
       "finishedAt" = CASE WHEN $2 = 'QUEUED' THEN NULL ELSE clock_timestamp() END
     WHERE id = $1`,
    [id, status, result === undefined ? null : JSON.stringify(result), error ?? null],
  );
}

/** Writes at most a few times a second; the last row is always written. */
function reporter(id: string): Run["report"] {
  let written = 0;
  return async (done, total) => {
    const now = performance.now();
    if (done < total && now - written < REPORT_EVERY_MS) return;
    written = now;
    await pool.query(`UPDATE "JobRun" SET done = $2, total = $3 WHERE id = $1`, [id, done, total]);
  };
}
