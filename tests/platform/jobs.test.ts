import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Refused } from "~/domain/refusal";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { defineJob, handleJob, sendJob, startJobs, stopJobs } from "~/platform/jobs.server";
import { closeLive } from "~/platform/live.server";
import { NOW } from "../support/given";

const by = { actorId: null, now: NOW };

/** A kind of job of its own, and what its handler was given, in order; `arrivals(n)` waits for the nth. */
function givenJob(work: (data: { n: number }, tries: number) => Promise<unknown> = async () => undefined) {
  const job = defineJob(`test-${newId()}`, z.object({ n: z.number() }));
  const seen: number[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  handleJob(job, async (data) => {
    seen.push(data.n);
    try {
      return (await work(data, seen.length)) as never;
    } finally {
      for (const { count, resolve } of waiting) if (seen.length >= count) resolve();
    }
  });
  const arrivals = (count: number) =>
    seen.length >= count
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          waiting.push({ count, resolve });
        });
  return { job, seen, arrivals };
}

const ended = (runId: string) =>
  expect.poll(() => db.jobRun.findUniqueOrThrow({ where: { id: runId } }), { timeout: 30_000 });

beforeAll(() => startJobs());
afterAll(async () => {
  await stopJobs();
  await closeLive();
  await closeDb();
});

describe("a job", () => {
  it("runs when its transaction commits, and never when it rolls back", async () => {
    const { job, seen, arrivals } = givenJob();
    await inTransaction(async (tx) => {
      await sendJob(tx, by, job, { n: 1 });
      throw new Error("the sender changes its mind");
    }).catch(() => undefined);
    const runId = await inTransaction((tx) => sendJob(tx, by, job, { n: 2 }));

    await arrivals(1);
    await ended(runId).toMatchObject({ status: "DONE", kind: job.name });
    expect(seen).toEqual([2]);
    expect(await db.jobRun.count({ where: { kind: job.name } })).toBe(1);
  });

  it("reports how far it is, and keeps its result", async () => {
    const job = defineJob(`test-${newId()}`, z.object({ rows: z.number() }));
    handleJob(job, async ({ rows }, run) => {
      await run.report(rows, rows);
      return { rows };
    });
    const runId = await inTransaction((tx) => sendJob(tx, by, job, { rows: 12 }));
    await ended(runId).toMatchObject({ status: "DONE", done: 12, total: 12, result: { rows: 12 } });
  });

  it("is tried again after a failure", async () => {
    const { job, seen } = givenJob(async (_, tries) => {
      if (tries === 1) throw new Error("the first time something was in the way");
    });
    const runId = await inTransaction((tx) => sendJob(tx, by, job, { n: 7 }));
    await ended(runId).toMatchObject({ status: "DONE", error: null });
    expect(seen).toEqual([7, 7]);
  });

  it("ends at once when the business says no", async () => {
    const { job, seen } = givenJob(async () => {
      throw new Refused({ code: "file_empty" });
    });
    const runId = await inTransaction((tx) => sendJob(tx, by, job, { n: 7 }));
    await ended(runId).toMatchObject({ status: "FAILED", error: "file_empty" });
    expect(seen).toEqual([7]);
  });
});
