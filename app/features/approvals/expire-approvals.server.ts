import { statusAt } from "~/domain/approval";
import { record } from "~/platform/audit.server";
import type { Acting } from "~/platform/context.server";
import { db, inTransaction, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { lockApproval, moveApproval, readApproval } from "./approval.server";
import { handlerOf } from "./on-decision.server";
import { tellExpired } from "./tell-staff.server";

/** Closes every slip whose time is up, each in a transaction of its own; for a job. Returns how many. */
export async function expireApprovals(now: Date): Promise<number> {
  const lapsed = await db.approval.findMany({
    where: { status: { in: ["PENDING", "APPROVED"] }, expiresAt: { lte: now } },
    select: { id: true, project: { select: { id: true, code: true, timeZone: true } } },
    orderBy: { id: "asc" },
  });
  for (const { id, project } of lapsed) {
    const { id: projectId, code: projectCode, timeZone } = project;
    const system: Acting = { actorId: null, projectId, projectCode, timeZone, requestId: newId(), now };
    await inTransaction((tx) => endIfLapsed(tx, system, id));
  }
  return lapsed.length;
}

/** Closes a slip whose time is up, and tells the feature that asked. False when its time is not up. */
export async function endIfLapsed(tx: Tx, by: Acting, approvalId: string): Promise<boolean> {
  const seen = await readApproval(tx, by.projectId, approvalId);
  if (!isLapsed(seen, by)) return false;
  const handler = handlerOf(seen.kind);
  await handler.lock?.(tx, by, seen);
  const slip = await lockApproval(tx, by.projectId, approvalId);
  if (!isLapsed(slip, by)) return slip.status === "EXPIRED";
  await moveApproval(tx, slip, "EXPIRED", by.now);
  await record(tx, by, {
    action: "approval.expired",
    subject: `approval:${slip.id}`,
    before: { status: slip.status },
    after: { status: "EXPIRED" },
  });
  await tellExpired(tx, by, slip);
  await handler.rejected(tx, by, { ...slip, status: "EXPIRED" });
  return true;
}

function isLapsed(slip: Parameters<typeof statusAt>[0], { now }: Acting): boolean {
  return slip.status !== "EXPIRED" && statusAt(slip, now) === "EXPIRED";
}
