import { decideApproval } from "~/features/approvals/decide-approval.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

export type Decision = { key: string; ask: string; yes: boolean; reason: string };

/** Finds the slip by its reason, then answers it. */
export async function decideSlip(ctx: Ctx, { ask, ...decision }: Decision) {
  const { id: approvalId } = await db.approval.findFirstOrThrow({ where: { reason: ask } });
  return decideApproval(ctx, { ...decision, approvalId });
}
