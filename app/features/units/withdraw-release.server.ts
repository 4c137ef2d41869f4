import { z } from "zod";
import { may } from "~/domain/permission";
import { demand, unless } from "~/domain/refusal";
import { canMove } from "~/domain/transition";
import { closeQuestion } from "~/features/approvals/close-question.server";
import type { Ctx } from "~/platform/context.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockBatch, moveBatch } from "./release-batch-state.server";

export type WithdrawRelease = { key: string; batchId: string; version: number };
export type CancelRelease = WithdrawRelease & { reason: string };

const ended = z.object({ batchId: z.string() });

/** The planner gives up a draft, or takes back what was asked. */
export async function withdrawRelease(ctx: Ctx, input: WithdrawRelease): Promise<z.infer<typeof ended>> {
  demand(may(ctx.permissions, "release_batch:withdraw"));
  return carryOut(ctx, submissionOf(ctx, "release_batch:withdraw", input), ended, async (tx) => {
    const batch = await lockBatch(tx, ctx, input.batchId, input.version);
    demand(canMove("release_batch", "withdraw", batch.status));
    await closeQuestion(tx, ctx, { kind: "RELEASE_BATCH", subject: `release_batch:${batch.id}` });
    await moveBatch(tx, ctx, batch, { status: "CANCELLED", action: "release_batch.withdrawn" });
    return { batchId: batch.id };
  });
}

/** The director calls an approved opening off. */
export async function cancelRelease(ctx: Ctx, input: CancelRelease): Promise<z.infer<typeof ended>> {
  demand(may(ctx.permissions, "release_batch:cancel"));
  return carryOut(ctx, submissionOf(ctx, "release_batch:cancel", input), ended, async (tx) => {
    const batch = await lockBatch(tx, ctx, input.batchId, input.version);
    demand(canMove("release_batch", "cancel", batch.status));
    demand(unless(input.reason.trim() !== "", "reason_required"));
    const reason = input.reason.trim();
    await moveBatch(tx, ctx, batch, { status: "CANCELLED", action: "release_batch.cancelled", reason });
    return { batchId: batch.id };
  });
}
