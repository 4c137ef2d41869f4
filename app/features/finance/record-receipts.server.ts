import { businessDay } from "~/domain/calendar";
import { type Fen, fen } from "~/domain/money";
import { payerExplained } from "~/domain/payment";
import { may } from "~/domain/permission";
import { canSplit } from "~/domain/receivable";
import { demand, unless } from "~/domain/refusal";
import { auditRow } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { dayOf } from "~/platform/stored-day.server";
import { lockDeals, lockPayments, lockReceivables } from "./lock-money.server";
import { payableDeals } from "./payable-deals.server";
import { type PaymentOfReceipts, type PlannedReceipt, planReceipts, type ReceiptInput } from "./plan-receipts.server";
import { readPayment } from "./read-money.server";
import { type Answering, answerOf, type RecordedPayment } from "./record-payment.server";
import { writeReceipts } from "./write-receipts.server";

export type RecordReceipts = { paymentId: string; receipts: readonly ReceiptInput[] };

/** Receipts that may be written for what a payment had left; deals, what they owe and the payment are locked. */
export type PlannedSplit = { payment: PaymentOfReceipts; left: Fen; receipts: readonly PlannedReceipt[] };

/** Decides on locked rows how an advance is split. Refuses what may not be; writes nothing. */
export async function planSplit(tx: Tx, ctx: Ctx, input: RecordReceipts): Promise<PlannedSplit> {
  demand(may(ctx.permissions, "receipt:record"));
  const dealIds = [...new Set(input.receipts.map(({ dealId }) => dealId))];
  const deals = await payableDeals(tx, await lockDeals(tx, ctx, dealIds));
  const items = await lockReceivables(tx, dealIds);
  await lockPayments(tx, ctx, [input.paymentId]);
  const row = await readPayment(tx, ctx, input.paymentId);
  demand(unless(row.status === "CONFIRMED", "payment_unconfirmed"));
  const left = fen(row.amountFen - row.receiptedFen - row.refundedFen);
  demand(
    canSplit(
      left,
      input.receipts.map(({ amount }) => amount),
    ),
  );
  const payer = { name: row.payerName, note: row.payerNote, method: row.method };
  demand(
    payerExplained(
      payer,
      [...deals.values()].flatMap(({ ownNames }) => ownNames),
    ),
  );
  const payment = { ...row, receivedOn: dayOf(row.receivedOn), businessOn: businessDay(ctx.now) };
  return { payment, left, receipts: planReceipts(ctx, payment, input.receipts, deals, items) };
}

/**
 * Splits what stands as an advance of a payment, as planned. The money counts from the day it came; the books note the
 * split today.
 */
export async function writeSplit(
  tx: Tx,
  ctx: Ctx,
  { payment, left, receipts }: PlannedSplit,
  answering: Answering = () => ({}),
): Promise<RecordedPayment> {
  const answered = (numbers: readonly string[]) => answerOf({ id: payment.id, amount: left }, receipts, numbers);
  const beside = (numbers: readonly string[]) => {
    const after = answered(numbers);
    const audit = auditRow(ctx, { action: "payment.split", subject: `payment:${payment.id}`, after });
    return { audit, ...answering(after) };
  };
  return answered(await writeReceipts(tx, ctx, payment, receipts, { beside }));
}
