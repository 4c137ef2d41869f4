import { z } from "zod";
import { type BackupState, backupState } from "~/domain/backup";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { companyContext, type Found } from "~/platform/caller.server";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { BACKUP_KIND } from "./run-backup.server";

const SHOWN = 30;

const written = z.object({ file: z.string(), bytes: z.number(), rows: z.number() }).nullable().catch(null);

/** What everybody who keeps the system must know of its backups. */
export type BackupHealth = { state: BackupState; goodAt: Date | null; failedAt: Date | null };

/** When the last good backup was made, and whether one failed since. */
export async function getBackupHealth(now: Date): Promise<BackupHealth> {
  const last = (status: "DONE" | "FAILED") =>
    db.jobRun.findFirst({ where: { kind: BACKUP_KIND, status }, orderBy: { finishedAt: "desc" } });
  const [good, failed] = await Promise.all([last("DONE"), last("FAILED")]);
  const moments = { goodAt: good?.finishedAt ?? null, failedAt: failed?.finishedAt ?? null };
  return { ...moments, state: backupState(moments, now) };
}

/** The same for the frame of any wing. Only whoever can see to it is told; for others the database is not asked. */
export async function getBackupWarning(found: Found): Promise<BackupHealth | null> {
  return may(companyContext(found).permissions, "backup:run").ok ? getBackupHealth(found.caller.now) : null;
}

/** The plan of backups and what came of it, newest first. */
export async function getBackups(ctx: CompanyCtx) {
  demand(may(ctx.permissions, "backup:run"));
  const { at, folder, keep, key } = env.backup;
  const runs = await db.jobRun.findMany({
    where: { kind: BACKUP_KIND },
    omit: { input: true },
    orderBy: { createdAt: "desc" },
    take: SHOWN,
  });
  return {
    plan: { at, folder, keep, encrypted: key !== null },
    health: await getBackupHealth(ctx.now),
    runs: runs.map(({ result, byId, ...run }) => ({ ...run, asked: byId !== null, written: written.parse(result) })),
  };
}
