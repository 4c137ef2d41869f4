import type { ApprovalKind } from "~/domain/approval";
import { record } from "~/platform/audit.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { lockApproval, moveApproval } from "./approval.server";

/** Takes the open question about a subject back, when the subject itself was taken back. The subject is locked before. */
export async function closeQuestion(
  tx: Tx,
  by: Acting,
  { kind, subject }: { kind: ApprovalKind; subject: string },
): Promise<void> {
  const where = { projectId: by.projectId, kind, subject, status: "PENDING" } as const;
  const open = await tx.approval.findFirst({ where, select: { id: true } });
  if (!open) return;
  const slip = await lockApproval(tx, by.projectId, open.id);
  if (slip.status !== "PENDING") return;
  await moveApproval(tx, slip, "WITHDRAWN", by.now);
  await record(tx, by, {
    action: "approval.withdrawn",
    subject: `approval:${slip.id}`,
    before: { status: slip.status },
    after: { status: "WITHDRAWN" },
  });
}
