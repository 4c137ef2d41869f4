import { businessDay } from "~/domain/calendar";
import { paymentReversed } from "~/domain/ledger";
import { takeBackFacts } from "~/features/projects/record-fact.server";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { releaseAllocations, standingAllocations } from "./allocate.server";
import { lockDeals, lockPayments, lockReceivables } from "./lock-money.server";
import { type NewEntry, postEntries } from "./post-entry.server";
import type { PaymentRead, ReceiptRead } from "./read-money.server";

// 红冲: nothing is edited. Second rows with the opposite amount undo what the first ones did, on the day of the decision.

/** Holds everything that undoing these receipts of a payment touches, in the usual order. */
export async function lockForReversal(
  tx: Tx,
  by: Parameters<typeof lockDeals>[1],
  paymentId: string,
  receipts: readonly { dealId: string }[],
): Promise<void> {
  const dealIds = [...new Set(receipts.map(({ dealId }) => dealId))];
  await lockDeals(tx, by, dealIds);
  await lockReceivables(tx, dealIds);
  await lockPayments(tx, by, [paymentId]);
}

/** Undoes one receipt: what it paid is owed again, its money stands as an advance of its payment. */
export async function reverseReceipt(tx: Tx, ctx: Ctx, receipt: ReceiptRead): Promise<void> {
  await postEntries(tx, ctx, await undoReceipts(tx, ctx, [receipt]));
}

/** Undoes a payment with all its receipts: the money never came. */
export async function reversePayment(tx: Tx, ctx: Ctx, payment: PaymentRead): Promise<void> {
  const standing = payment.receipts.filter(({ status }) => status === "RECORDED" || status === "REVERSAL_ASKED");
  const undone = await undoReceipts(tx, ctx, standing);
  await tx.payment.update({
    where: { id: payment.id },
    data: { status: "REVERSED", reversedAt: ctx.now, version: { increment: 1 } },
  });
  const original = await tx.ledgerEntry.findFirst({
    where: { paymentId: payment.id, kind: "PAYMENT" },
    select: { id: true },
  });
  const bank = payment.account.kind === "SUPERVISED" ? "BANK_SUPERVISED" : "BANK_GENERAL";
  const mirror: NewEntry = {
    sellerId: payment.sellerId,
    kind: "PAYMENT_REVERSED",
    postings: paymentReversed(bank, payment.amount),
    businessOn: businessDay(ctx.now),
    paymentId: payment.id,
    ...(original && { reversesId: original.id }),
  };
  await postEntries(tx, ctx, [...undone, mirror]);
  await record(tx, ctx, {
    action: "payment.reversed",
    subject: `payment:${payment.id}`,
    before: { status: payment.status, amountFen: payment.amount },
    after: { status: "REVERSED", receipts: standing.map(({ number }) => number) },
  });
}

async function undoReceipts(tx: Tx, ctx: Ctx, receipts: readonly ReceiptRead[]): Promise<NewEntry[]> {
  const today = businessDay(ctx.now);
  const ids = receipts.map(({ id }) => id);
  const standing = await standingAllocations(tx, { receiptIds: ids });
  const entries = await releaseAllocations(tx, ctx, standing, "RECEIPT_REVERSED", today);
  await tx.receipt.updateMany({
    where: { id: { in: ids } },
    data: { status: "REVERSED", reversedAt: ctx.now, version: { increment: 1 } },
  });
  for (const { id, dealId, number, status, amountFen } of receipts) {
    await takeBackFacts(tx, ctx, { dealId, kind: "RECEIPT", dimensions: { receiptId: id } }, today);
    await record(tx, ctx, {
      action: "receipt.reversed",
      subject: `receipt:${id}`,
      before: { status, number, amountFen: Number(amountFen) },
      after: { status: "REVERSED" },
    });
  }
  return entries;
}
