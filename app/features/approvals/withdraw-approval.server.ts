import { z } from "zod";
import { canWithdraw } from "~/domain/approval";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockApproval, moveApproval, readApproval } from "./approval.server";
import { handlerOf } from "./on-decision.server";

export type WithdrawApproval = { key: string; approvalId: string };

const answerSchema = z.object({ approvalId: z.string() });

/** Takes one's own open question back. */
export async function withdrawApproval(ctx: Ctx, input: WithdrawApproval): Promise<{ approvalId: string }> {
  demand(may(ctx.permissions, "approval:withdraw"));
  return carryOut(ctx, submissionOf(ctx, "approval:withdraw", input), answerSchema, async (tx) => {
    const seen = await readApproval(tx, ctx.projectId, input.approvalId);
    const handler = handlerOf(seen.kind);
    await handler.lock?.(tx, ctx, seen);
    const slip = await lockApproval(tx, ctx.projectId, input.approvalId);
    demand(canWithdraw(slip, ctx, ctx.now));
    await moveApproval(tx, slip, "WITHDRAWN", ctx.now);
    await record(tx, ctx, {
      action: "approval.withdrawn",
      subject: `approval:${slip.id}`,
      before: { status: slip.status },
      after: { status: "WITHDRAWN" },
    });
    await handler.rejected(tx, ctx, { ...slip, status: "WITHDRAWN" });
    return { approvalId: slip.id };
  });
}
