import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { CompanyCtx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";
import { readiness } from "~/platform/ready.server";
import { getBackupHealth } from "./get-backups.server";

type Stored = {
  version: string;
  size: number;
  waitingMessages: number;
  waitingJobs: number;
  failedJobs: number;
  unsealed: number;
};

/** How this process and the database fare, for the people who keep them. */
export async function getHealth(ctx: CompanyCtx) {
  demand(may(ctx.permissions, "job:manage"));
  const { rows } = await pool.query<Stored>(
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database())::float8 AS size,
       (SELECT count(*)::int FROM "OutboxMessage" WHERE status = 'WAITING') AS "waitingMessages",
       (SELECT count(*)::int FROM "JobRun" WHERE status IN ('QUEUED', 'RUNNING')) AS "waitingJobs",
       (SELECT count(*)::int FROM "JobRun" WHERE status = 'FAILED') AS "failedJobs",
       ((SELECT count(*) FROM "AuditEntry") - (SELECT count(*) FROM "AuditSeal"))::int AS unsealed`,
  );
  const [stored] = rows;
  if (!stored) throw new Error("the database told nothing about itself");
  const process_ = { uptimeSeconds: Math.round(process.uptime()), memoryBytes: process.memoryUsage.rss() };
  return { ...(await readiness()), ...stored, ...process_, backups: await getBackupHealth(ctx.now) };
}
