import PgBoss from "pg-boss";
import type { z } from "zod";
import { Refused } from "~/domain/refusal";
import { pool, type Tx } from "./db.server";
import { newId } from "./id.server";
import { finishRun, type Run, startRun } from "./job-run.server";
import { log } from "./log.server";
import { once } from "./once.server";
import type { Prisma } from "./prisma/client";

// Long work runs after the request that asked for it, at least once. The request's transaction writes the run and its
// place in the queue together, so that both are there or neither.

const QUEUE = "work";
const AT_ONCE = 2;
const POLL_S = 0.5;

type Handler<Data> = (data: Data, run: Run) => Promise<Prisma.InputJsonValue | undefined>;

/** A kind of job: its name and the shape of its data, which holds ids and figures, no personal data. */
export type Job<Schema extends z.ZodType> = { name: string; data: Schema };

const handled = once("jobs-handled", () => new Map<string, (input: unknown, run: Run) => ReturnType<Handler<never>>>());
const boss = once("jobs-boss", () => {
  const made = new PgBoss({
    schema: "pgboss",
    db: { executeSql: (text, values) => pool.query(text, values) },
    migrate: false,
    schedule: false,
  });
  made.on("error", (error) => log.error({ err: error }, "the job queue failed"));
  return made;
});
const state = once("jobs-state", () => ({ running: false }));

/** Names a kind of job, for whoever sends it; what it does is said by `handleJob` at the composition root. */
export function defineJob<Schema extends z.ZodType>(name: string, data: Schema): Job<Schema> {
  return { name, data };
}

/**
 * Says what a kind of job does; what the handler returns is the run's result. It runs at least once: an effect that
 * must happen once writes its key in its own transaction. A refusal ends the run; any other failure is tried again.
 */
export function handleJob<Schema extends z.ZodType>(job: Job<Schema>, handle: Handler<z.output<Schema>>): void {
  handled.set(job.name, (input, run) => handle(job.data.parse(input), run));
}

type Sender = { actorId: string | null; projectId?: string | null; now: Date };

/** Sends a job inside the caller's transaction; returns the id of its run, which a screen can follow. */
export async function sendJob<Schema extends z.ZodType>(
  tx: Tx,
  by: Sender,
  job: Job<Schema>,
  data: z.input<Schema>,
): Promise<string> {
  const id = newId();
  const input = JSON.parse(JSON.stringify(data)) as Prisma.InputJsonValue;
  await tx.jobRun.create({
    data: { id, kind: job.name, projectId: by.projectId ?? null, byId: by.actorId, input, createdAt: by.now },
  });
  await boss.send(QUEUE, { runId: id }, { db: queueWithin(tx) });
  return id;
}

/** Begins to run jobs in this process. The pages' process calls it once, after every kind was said what it does. */
export async function startJobs(): Promise<void> {
  if (state.running) return;
  await boss.start();
  for (let worker = 0; worker < AT_ONCE; worker++) {
    await boss.work<{ runId: string }>(
      QUEUE,
      { pollingIntervalSeconds: POLL_S, batchSize: 1, includeMetadata: true },
      async ([job]) => {
        if (job) await carry(job.data.runId, job.retryCount >= job.retryLimit);
      },
    );
  }
  state.running = true;
}

/** Takes no further jobs and waits for those under way. */
export async function stopJobs(): Promise<void> {
  if (!state.running) return;
  state.running = false;
  await boss.stop({ graceful: true, timeout: 15_000 });
}

export function jobsRunning(): boolean {
  return state.running;
}

/** Carries one run out. A failure is thrown on, so that the queue tries again later; the last one ends the run. */
async function carry(runId: string, lastTry: boolean): Promise<void> {
  const run = await startRun(runId);
  if (!run) return;
  try {
    const handle = handled.get(run.kind);
    if (!handle) throw new Error(`nothing handles jobs of the kind ${run.kind}`);
    await finishRun(runId, { status: "DONE", result: await handle(run.input, run) });
  } catch (error) {
    const refused = error instanceof Refused ? error.refusal.code : null;
    if (!refused) log.error({ err: error, runId, kind: run.kind }, "a job failed");
    const final = lastTry || refused !== null;
    const why = refused ?? (error instanceof Error ? error.name : "Error");
    await finishRun(runId, { status: final ? "FAILED" : "QUEUED", error: why });
    if (!final) throw error;
  }
}

/** pg-boss writes through the transaction instead of the pool. */
function queueWithin(tx: Tx): PgBoss.Db {
  return {
    executeSql: async (text, values) => {
      const plain = values.map((value) =>
        value !== null && typeof value === "object" ? JSON.stringify(value) : (value ?? null),
      );
      return { rows: await tx.$queryRawUnsafe<unknown[]>(text, ...plain) };
    },
  };
}
