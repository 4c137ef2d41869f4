import { type ApprovalKind, canUse } from "~/domain/approval";
import { demand } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { type AskedApproval, lockApproval, moveApproval } from "./approval.server";

export type UseApproval = { approvalId: string; kind: ApprovalKind; subject: string };

/**
 * Takes a yes and spends it: APPROVED becomes USED, once. Returns the slip, so that the caller can compare its facts
 * with what is about to be done. Another kind or subject is not found; a yes whose time is up is no yes.
 */
export async function useApproval(tx: Tx, by: Acting, use: UseApproval): Promise<AskedApproval> {
  const slip = await lockApproval(tx, by.projectId, use.approvalId);
  demand(canUse(slip, use, by.now));
  await moveApproval(tx, slip, "USED", by.now);
  await record(tx, by, {
    action: "approval.used",
    subject: `approval:${slip.id}`,
    before: { status: slip.status },
    after: { status: "USED" },
  });
  return { ...slip, status: "USED" };
}
