import { businessDay } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { payerExplained } from "~/domain/payment";
import { may } from "~/domain/permission";
import { canSplit } from "~/domain/receivable";
import { demand, unless } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { dayOf } from "~/platform/stored-day.server";
import { lockDeals, lockPayments, lockReceivables } from "./lock-money.server";
import { payableDeals } from "./payable-deals.server";
import { readPayment } from "./read-money.server";
import { answerOf, type RecordedPayment } from "./record-payment.server";
import { planReceipts, type ReceiptInput, writeReceipts } from "./write-receipts.server";

export type RecordReceipts = { paymentId: string; receipts: readonly ReceiptInput[] };

/**
 * Splits what stands as an advance of a payment, inside the caller's transaction. The money counts from the day it
 * came; the books note the split today.
 */
export async function recordReceipts(tx: Tx, ctx: Ctx, input: RecordReceipts): Promise<RecordedPayment> {
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
  const planned = planReceipts(ctx, payment, input.receipts, deals, items);
  const numbers = await writeReceipts(tx, ctx, payment, planned);
  const answer = answerOf({ id: row.id, amount: left }, planned, numbers);
  await record(tx, ctx, { action: "payment.split", subject: `payment:${row.id}`, after: answer });
  return answer;
}
