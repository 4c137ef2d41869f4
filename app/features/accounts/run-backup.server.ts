import { z } from "zod";
import { lastDueAt } from "~/domain/backup";
import { may } from "~/domain/permission";
import { demand, unless } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import { makeBackup } from "~/platform/backup.server";
import { databaseNow } from "~/platform/clock.server";
import type { CompanyCtx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { defineJob, handleJob, sendJob } from "~/platform/jobs.server";
import { carryOut, submissionOf } from "~/platform/submission.server";

export const BACKUP_KIND = "backup.write";

const backupJob = defineJob(BACKUP_KIND, z.object({}));
const started = z.object({ runId: z.string() });

/** Says what the backup job does; called at the composition root. */
export function handleBackups(): void {
  handleJob(backupJob, async (_, run) => makeBackup(await databaseNow(), run.report));
}

/** Writes a backup now, beside the day's own. Refuses backup_running while one is under way. */
export async function runBackup(ctx: CompanyCtx, input: { key: string }): Promise<z.output<typeof started>> {
  demand(may(ctx.permissions, "backup:run"));
  return carryOut(ctx, submissionOf(ctx, "backup:run", input), started, async (tx) => {
    const running = await tx.jobRun.count({ where: { kind: BACKUP_KIND, status: { in: ["QUEUED", "RUNNING"] } } });
    demand(unless(running === 0, "backup_running"));
    const runId = await sendJob(tx, ctx, backupJob, {});
    await record(tx, ctx, { action: "backup.asked", subject: `job_run:${runId}` });
    return { runId };
  });
}

/** Sends the day's backup once its time has come; a machine that was off then makes it up. For a job that runs alone. */
export async function sendDueBackup(tx: Tx, now: Date): Promise<void> {
  const { at } = env.backup;
  if (at === null) return;
  const since = await tx.jobRun.count({ where: { kind: BACKUP_KIND, createdAt: { gte: lastDueAt(at, now) } } });
  if (since === 0) await sendJob(tx, { actorId: null, now }, backupJob, {});
}
