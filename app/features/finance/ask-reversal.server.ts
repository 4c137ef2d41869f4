import { z } from "zod";
import type { ApprovalFacts } from "~/domain/approval-facts";
import { mayAsk } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { canAskPaymentReversal, canAskReceiptReversal } from "~/domain/reversal";
import { requestApproval } from "~/features/approvals/request-approval.server";
import { textsFor } from "~/i18n/catalogue.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { dayOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockPayments } from "./lock-money.server";
import { namesOf, type PaymentRead, type ReceiptRead, readPayment, readReceipt } from "./read-money.server";

export type AskReversal = { key: string; paymentId: string; reason: string };
export type AskReceiptReversal = { key: string; receiptId: string; reason: string };

const answerSchema = z.object({ approvalId: z.string() });

/** Asks the accountant to reverse a payment with all its receipts. */
export async function askPaymentReversal(ctx: Ctx, input: AskReversal): Promise<{ approvalId: string }> {
  demand(mayAsk(ctx.permissions, "payment:request_reversal"));
  return carryOut(ctx, submissionOf(ctx, "payment:request_reversal", input), answerSchema, async (tx) => {
    await lockPayments(tx, ctx, [input.paymentId]);
    const payment = await readPayment(tx, ctx, input.paymentId);
    demand(canAskPaymentReversal(payment, input.reason));
    const { id } = payment;
    await tx.payment.update({ where: { id }, data: { status: "REVERSAL_ASKED", version: { increment: 1 } } });
    return ask(tx, ctx, "PAYMENT_REVERSAL", `payment:${id}`, input.reason, factsOf(payment, payment.receipts));
  });
}

/** Asks the accountant to reverse one receipt; its money will stand as an advance of its payment. */
export async function askReceiptReversal(ctx: Ctx, input: AskReceiptReversal): Promise<{ approvalId: string }> {
  demand(mayAsk(ctx.permissions, "receipt:request_reversal"));
  return carryOut(ctx, submissionOf(ctx, "receipt:request_reversal", input), answerSchema, async (tx) => {
    const { paymentId } = await readReceipt(tx, ctx, input.receiptId);
    await lockPayments(tx, ctx, [paymentId]);
    const { payment, ...receipt } = await readReceipt(tx, ctx, input.receiptId);
    demand(canAskReceiptReversal({ ...receipt, payment }, input.reason));
    const { id, dealId } = receipt;
    await tx.receipt.update({ where: { id }, data: { status: "REVERSAL_ASKED", version: { increment: 1 } } });
    const facts = {
      ...factsOf(payment, [receipt]),
      number: receipt.number,
      amountFen: Number(receipt.amountFen),
      receivedFen: payment.amount,
    };
    return ask(tx, ctx, "RECEIPT_REVERSAL", `receipt:${id}`, input.reason, facts, dealId);
  });
}

function ask(
  tx: Tx,
  ctx: Ctx,
  kind: "PAYMENT_REVERSAL" | "RECEIPT_REVERSAL",
  subject: string,
  reason: string,
  facts: ApprovalFacts,
  dealId?: string,
) {
  return requestApproval(tx, ctx, {
    kind,
    subject,
    chain: ["ACCOUNTANT"],
    reason,
    facts,
    ...(dealId && { dealId }),
  });
}

/** What the accountant decides on: the money as it came, and every receipt that would fall. */
function factsOf(payment: PaymentRead, receipts: readonly ReceiptRead[]): ApprovalFacts {
  const standing = receipts.filter(({ status }) => status !== "REVERSED");
  return {
    payer: payment.payerName,
    amountFen: payment.amount,
    receivedOn: dayOf(payment.receivedOn),
    method: textsFor("zh-CN").enumLabel("paymentMethod", payment.method),
    account: `${payment.account.bank} ${payment.account.number}`,
    ...(payment.bankReference && { bankReference: payment.bankReference }),
    receipts: standing.map((receipt) => ({
      number: receipt.number,
      ...namesOf(receipt),
      amountFen: Number(receipt.amountFen),
      paidFen: Number(receipt.allocatedFen),
    })),
  };
}
