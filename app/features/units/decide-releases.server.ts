import { demand } from "~/domain/refusal";
import { batchHolds } from "~/domain/release";
import { canMove } from "~/domain/transition";
import type { AskedApproval } from "~/features/approvals/approval.server";
import { type DecisionHandler, onDecision } from "~/features/approvals/on-decision.server";
import { useApproval as spendApproval } from "~/features/approvals/use-approval.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { lockBatch, moveBatch, unitsOfBatch } from "./release-batch-state.server";

/** Registers what answers to requested releases do. */
export function decideReleases(): void {
  onDecision("RELEASE_BATCH", releaseDecision);
}

/** What an answer to a requested release does. Opening is a step of its own, at the batch's moment or by a press. */
const releaseDecision: DecisionHandler = {
  needs: { approve: "release_batch:approve", reject: "release_batch:send_back" },
  lock: async (tx, by, slip) => {
    await lockBatch(tx, by, batchIdOf(slip));
  },
  stillTrue: async (tx, ctx, slip) => {
    const batch = await lockBatch(tx, ctx, batchIdOf(slip));
    return batchHolds({ action: "approve", status: batch.status }, await unitsOfBatch(tx, batch), ctx.settings);
  },
  approved: async (tx, ctx, slip) => {
    const batch = await lockBatch(tx, ctx, batchIdOf(slip));
    await moveBatch(tx, ctx, batch, {
      status: "APPROVED",
      action: "release_batch.approved",
      approvedAt: ctx.now,
    });
    await spendApproval(tx, ctx, { approvalId: slip.id, kind: slip.kind, subject: slip.subject });
  },
  rejected: closeWithoutYes,
};

/** Sent back it is a draft again; taken back by its asker it is cancelled. */
async function closeWithoutYes(tx: Tx, by: Acting, slip: AskedApproval): Promise<void> {
  const batch = await lockBatch(tx, by, batchIdOf(slip));
  const withdrawn = slip.status === "WITHDRAWN";
  demand(canMove("release_batch", withdrawn ? "withdraw" : "send_back", batch.status));
  await moveBatch(tx, by, batch, {
    status: withdrawn ? "CANCELLED" : "DRAFT",
    action: withdrawn ? "release_batch.withdrawn" : "release_batch.sent_back",
  });
}

function batchIdOf({ subject }: AskedApproval): string {
  return subject.slice("release_batch:".length);
}
