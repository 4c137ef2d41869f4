import { z } from "zod";
import { fen, sumFen } from "~/domain/money";
import { mayAsk } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { batchHolds } from "~/domain/release";
import { requestApproval } from "~/features/approvals/request-approval.server";
import type { Ctx } from "~/platform/context.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockBatch, moveBatch, unitsOfBatch } from "./release-batch-state.server";

export type RequestRelease = { key: string; batchId: string; version: number; reason: string };

const requested = z.object({ batchId: z.string(), approvalId: z.string() });

/** Asks the director to offer the units of a batch at its opening. */
export async function requestRelease(ctx: Ctx, input: RequestRelease): Promise<z.infer<typeof requested>> {
  demand(mayAsk(ctx.permissions, "release_batch:request_release"));
  return carryOut(ctx, submissionOf(ctx, "release_batch:request_release", input), requested, async (tx) => {
    const batch = await lockBatch(tx, ctx, input.batchId, input.version);
    const units = await unitsOfBatch(tx, batch);
    demand(batchHolds({ action: "request_release", status: batch.status }, units, ctx.settings));
    await moveBatch(tx, ctx, batch, { status: "REQUESTED", action: "release_batch.requested" });
    const { approvalId } = await requestApproval(tx, ctx, {
      kind: "RELEASE_BATCH",
      subject: `release_batch:${batch.id}`,
      chain: ["DIRECTOR"],
      reason: input.reason,
      facts: {
        number: batch.name,
        units: units.length,
        listFen: sumFen(units.map(({ list }) => list ?? fen(0))),
        filedFen: sumFen(units.map(({ filed }) => filed ?? fen(0))),
      },
    });
    return { batchId: batch.id, approvalId };
  });
}
