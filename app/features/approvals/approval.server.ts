import type { ApprovalKind, ApprovalStatus, Slip } from "~/domain/approval";
import type { ApprovalFacts } from "~/domain/approval-facts";
import { Refused } from "~/domain/refusal";
import type { Tx } from "~/platform/db.server";

/** A slip as the feature that asked sees it when it is answered. */
export type AskedApproval = Slip & {
  id: string;
  projectId: string;
  kind: ApprovalKind;
  subject: string;
  dealId: string | null;
  reason: string;
  facts: ApprovalFacts;
};

/** The slip of a project, with who said yes so far. */
export async function readApproval(tx: Tx, projectId: string, approvalId: string): Promise<AskedApproval> {
  const row = await tx.approval.findFirst({
    where: { id: approvalId, projectId },
    include: { decisions: { select: { deciderId: true, substitution: { select: { forId: true } } } } },
  });
  if (!row) throw new Refused({ code: "not_found" });
  const { decisions, ...slip } = row;
  return {
    ...slip,
    kind: slip.kind as ApprovalKind,
    facts: slip.facts as ApprovalFacts,
    deciderIds: decidersOf(decisions),
  };
}

/** Who said yes, and in whose place. */
export function decidersOf(
  decisions: readonly { deciderId: string; substitution: { forId: string } | null }[],
): string[] {
  return decisions.flatMap(({ deciderId, substitution }) =>
    substitution ? [deciderId, substitution.forId] : [deciderId],
  );
}

/** Holds the slip until the transaction ends, then reads it. Slips are locked after whatever they are about. */
export async function lockApproval(tx: Tx, projectId: string, approvalId: string): Promise<AskedApproval> {
  await tx.$queryRaw`
    SELECT 1 FROM "Approval" WHERE id = ${approvalId}::uuid AND "projectId" = ${projectId}::uuid FOR UPDATE`;
  return readApproval(tx, projectId, approvalId);
}

/** Moves a locked slip on. */
export async function moveApproval(tx: Tx, slip: AskedApproval, status: ApprovalStatus, closedAt: Date): Promise<void> {
  await tx.approval.update({
    where: { id: slip.id },
    data: { status, closedAt, version: { increment: 1 } },
  });
}
