import type { AuditAction } from "~/domain/audit-action";
import { Refused } from "~/domain/refusal";
import type { ReleaseBatchStatus } from "~/domain/release";
import { record } from "~/platform/audit.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { ReleaseBatch } from "~/platform/prisma/client";
import { type BatchUnit, unitsToRelease } from "./units-to-release.server";

/** Holds a batch until the transaction ends. `not_found` outside the project, `stale_version` after a change. */
export async function lockBatch(tx: Tx, by: Acting, batchId: string, version?: number): Promise<ReleaseBatch> {
  await tx.$queryRaw`
    SELECT 1 FROM "ReleaseBatch" WHERE id = ${batchId}::uuid AND "projectId" = ${by.projectId}::uuid FOR UPDATE`;
  const batch = await tx.releaseBatch.findFirst({ where: { id: batchId, projectId: by.projectId } });
  if (!batch) throw new Refused({ code: "not_found" });
  if (version !== undefined && batch.version !== version) {
    throw new Refused({ code: "stale_version", params: { version: batch.version } });
  }
  return batch;
}

/** The units of a batch as they would be released at its opening. */
export function unitsOfBatch(tx: Tx, { id, opensAt }: Pick<ReleaseBatch, "id" | "opensAt">): Promise<BatchUnit[]> {
  return unitsToRelease(tx, { batchUnits: { some: { batchId: id } } }, opensAt);
}

type Step = { status: ReleaseBatchStatus; action: AuditAction; reason?: string; approvedAt?: Date; releasedAt?: Date };

/** Moves a locked batch on and records it; whether it may go there was asked before. */
export async function moveBatch(
  tx: Tx,
  by: Acting,
  batch: Pick<ReleaseBatch, "id" | "status">,
  { status, action, reason, ...times }: Step,
): Promise<void> {
  await tx.releaseBatch.update({ where: { id: batch.id }, data: { ...times, status, version: { increment: 1 } } });
  await record(tx, by, {
    action,
    subject: `release_batch:${batch.id}`,
    before: { status: batch.status },
    after: { status },
    ...(reason ? { reason } : {}),
  });
}
