import { canErase, ERASURE_GROUNDS, type ErasureGround } from "~/domain/erasure";
import type { AskedApproval } from "~/features/approvals/approval.server";
import { onDecision } from "~/features/approvals/on-decision.server";
import { useApproval as spendApproval } from "~/features/approvals/use-approval.server";
import { erase, erasureTerms } from "./erase-customer.server";
import { erasureStanding } from "./erasure-standing.server";

/** Says what the director's answer to a requested erasure does. Called at the composition root. */
export function decideErasures(): void {
  onDecision("ERASURE", {
    needs: { approve: "customer:erase", reject: "customer:erase" },
    lock: async (tx, by, slip) => {
      await tx.$queryRaw`
        SELECT id FROM "ProjectCustomer" WHERE id = ${customerOf(slip)}::uuid AND "projectId" = ${by.projectId}::uuid
        FOR UPDATE`;
    },
    stillTrue: async (tx, ctx, slip) =>
      canErase(groundOf(slip), await erasureStanding(tx, customerOf(slip)), erasureTerms(ctx)),
    approved: async (tx, ctx, slip) => {
      await spendApproval(tx, ctx, { approvalId: slip.id, kind: slip.kind, subject: slip.subject });
      await erase(tx, ctx, { customerId: customerOf(slip), ground: groundOf(slip) });
    },
    // Nothing was changed by the question.
    rejected: async () => undefined,
  });
}

function customerOf({ subject }: AskedApproval): string {
  return subject.slice("customer:".length);
}

function groundOf({ facts }: AskedApproval): ErasureGround {
  return ERASURE_GROUNDS.find((ground) => ground === facts.ground) ?? "RETENTION";
}
