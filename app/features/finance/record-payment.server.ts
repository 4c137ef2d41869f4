import { z } from "zod";
import { paymentReceived } from "~/domain/ledger";
import { type Fen, fen, sumFen } from "~/domain/money";
import { Refused } from "~/domain/refusal";
import { auditRow } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { constraintOf, type Tx } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { Writes } from "~/platform/write-together.server";
import { type PlannedPayment, planPayment, type RecordPayment } from "./plan-payment.server";
import type { PlannedReceipt } from "./plan-receipts.server";
import { writeReceipts } from "./write-receipts.server";

export const recordedPayment = z.object({
  paymentId: z.string(),
  advanceFen: z.number(),
  receipts: z.array(
    z.object({
      receiptId: z.string(),
      number: z.string(),
      dealId: z.string(),
      item: z.string(),
      amountFen: z.number(),
      allocatedFen: z.number(),
      /** Which instalments it pays, and what of each is then still open. */
      pays: z.array(z.object({ item: z.string(), amountFen: z.number(), openFen: z.number() })),
    }),
  ),
});
export type RecordedPayment = z.infer<typeof recordedPayment>;

/** What a command writes beside the receipts, once their numbers are known. */
export type Answering = (answer: RecordedPayment) => Writes;

/** Plans a payment and writes it down, inside the caller's transaction. */
export async function recordPayment(tx: Tx, ctx: Ctx, input: RecordPayment): Promise<RecordedPayment> {
  return writePayment(tx, ctx, await planPayment(tx, ctx, input));
}

/**
 * Writes down money that arrived at a seller's account, as planned: payment, receipts with numbers, allocations, facts,
 * ledger and audit. Nothing that others may wait for comes after it: the number counter is taken last.
 */
export async function writePayment(
  tx: Tx,
  ctx: Ctx,
  planned: PlannedPayment,
  answering: Answering = () => ({}),
): Promise<RecordedPayment> {
  const { payment, bank, receipts } = planned;
  const { sellerId, businessOn, amount } = payment;
  const arrived = { sellerId, kind: "PAYMENT" as const, businessOn, paymentId: payment.id };
  const warned = [...new Set(receipts.flatMap((one) => one.warned))];
  const answered = (numbers: readonly string[]) => answerOf(payment, receipts, numbers);
  const beside = (numbers: readonly string[]) => {
    const answer = answered(numbers);
    const after = warned.length > 0 ? { ...answer, warned } : answer;
    const audit = auditRow(ctx, { action: "payment.recorded", subject: `payment:${payment.id}`, after });
    return { audit, ...answering(answer) };
  };
  const entries = [{ ...arrived, postings: paymentReceived(bank, amount) }];
  const writing = { payment: paymentRow(ctx, planned) };
  try {
    return answered(await writeReceipts(tx, ctx, payment, receipts, { writing, entries, beside }));
  } catch (error) {
    if (constraintOf(error) !== "Payment_bank_reference_once") throw error;
    throw new Refused({ code: "bank_reference_used" });
  }
}

function paymentRow(ctx: Ctx, { payment, bankReference, customerId }: PlannedPayment): Prisma.Sql {
  const { id, sellerId, accountId, method, receivedOn, businessOn, payerName, payerNote, amount } = payment;
  return Prisma.sql`
    INSERT INTO "Payment" (id, "projectId", "sellerId", "accountId", "customerId", method, "bankReference", "receivedOn",
      "businessOn", "recordedAt", "payerName", "payerNote", "amountFen", status, "recordedById")
    VALUES (${id}::uuid, ${ctx.projectId}::uuid, ${sellerId}::uuid, ${accountId}::uuid, ${customerId}::uuid,
      ${method}::"PaymentMethod", ${bankReference}, ${receivedOn}::date, ${businessOn}::date, ${ctx.now}, ${payerName},
      ${payerNote}, ${amount}::bigint, 'CONFIRMED', ${ctx.actorId}::uuid)`;
}

/** What was written: the receipts, and what of the amount is not split yet. */
export function answerOf(
  payment: { id: string; amount: Fen },
  planned: readonly PlannedReceipt[],
  numbers: readonly string[],
) {
  const advance = fen(payment.amount - sumFen(planned.map(({ amount }) => amount)));
  return {
    paymentId: payment.id,
    advanceFen: advance,
    receipts: planned.map(({ id, deal, item, amount, allocations, pays }, at) => ({
      receiptId: id,
      number: numbers[at] ?? "",
      dealId: deal.id,
      item,
      amountFen: amount,
      pays,
      allocatedFen: sumFen(allocations.map((one) => one.amount)),
    })),
  };
}
