import { demand } from "~/domain/refusal";
import { canReversePayment, canReverseReceipt } from "~/domain/reversal";
import type { AskedApproval } from "~/features/approvals/approval.server";
import { onDecision } from "~/features/approvals/on-decision.server";
import { useApproval as spendApproval } from "~/features/approvals/use-approval.server";
import type { Acting, Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { readPayment, readReceipt } from "./read-money.server";
import { lockForReversal, reversePayment, reverseReceipt } from "./reverse.server";

/** Says what happens when the accountant answers a request for a reversal. Called at the composition root. */
export function decideReversals(): void {
  onDecision("PAYMENT_REVERSAL", {
    needs: { approve: "payment:approve_reversal", reject: "payment:reject_reversal" },
    lock: async (tx, by, slip) => {
      const { id, receipts } = await readPayment(tx, by, idOf(slip));
      await lockForReversal(tx, by, id, receipts);
    },
    stillTrue: async (tx, ctx, slip) => canReversePayment(await readPayment(tx, ctx, idOf(slip))),
    approved: async (tx, ctx, slip) => {
      await spend(tx, ctx, slip);
      await reversePayment(tx, ctx, await readPayment(tx, ctx, idOf(slip)));
    },
    rejected: async (tx, _by, slip) => {
      await tx.payment.updateMany({
        where: { id: idOf(slip), status: "REVERSAL_ASKED" },
        data: { status: "CONFIRMED", version: { increment: 1 } },
      });
    },
  });
  onDecision("RECEIPT_REVERSAL", {
    needs: { approve: "receipt:approve_reversal", reject: "receipt:reject_reversal" },
    lock: lockReceipt,
    stillTrue: async (tx, ctx, slip) => canReverseReceipt(await readReceipt(tx, ctx, idOf(slip))),
    approved: async (tx, ctx, slip) => {
      await spend(tx, ctx, slip);
      const receipt = await readReceipt(tx, ctx, idOf(slip));
      demand(canReverseReceipt(receipt));
      await reverseReceipt(tx, ctx, receipt);
    },
    rejected: async (tx, _by, slip) => {
      await tx.receipt.updateMany({
        where: { id: idOf(slip), status: "REVERSAL_ASKED" },
        data: { status: "RECORDED", version: { increment: 1 } },
      });
    },
  });
}

async function lockReceipt(tx: Tx, by: Acting, slip: AskedApproval): Promise<void> {
  const receipt = await readReceipt(tx, by, idOf(slip));
  await lockForReversal(tx, by, receipt.paymentId, [receipt]);
}

async function spend(tx: Tx, ctx: Ctx, { id, kind, subject }: AskedApproval): Promise<void> {
  await spendApproval(tx, ctx, { approvalId: id, kind, subject });
}

/** The id in a subject "noun:id". */
function idOf({ subject }: AskedApproval): string {
  return subject.slice(subject.indexOf(":") + 1);
}
