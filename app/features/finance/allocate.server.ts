import type { Day } from "~/domain/calendar";
import { receiptAllocated, receiptReversed } from "~/domain/ledger";
import { fen, sumFen } from "~/domain/money";
import { afterAllocations, allocationOf } from "~/domain/payment";
import type { Allocation, Purse } from "~/domain/receivable";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { dateOf, dayOf } from "~/platform/stored-day.server";
import type { OpenItem } from "./lock-money.server";
import type { NewEntry } from "./post-entry.server";

/** Where the entry of a receipt belongs. */
export type ReceiptPlace = { id: string; dealId: string; sellerId: string; paymentId: string };
export type AllocatingReceipt = ReceiptPlace & {
  /** The day the money counts from. */
  paidOn: Day;
};

/** Writes which instalments a receipt pays, and gives back what the ledger posts for it on `businessOn`. */
export async function allocate(
  tx: Tx,
  by: Acting,
  receipt: AllocatingReceipt,
  allocations: readonly Allocation[],
  businessOn: Day,
): Promise<NewEntry> {
  await tx.allocation.createMany({
    data: allocations.map(({ receivableId, amount }) => ({
      projectId: by.projectId,
      receiptId: receipt.id,
      receivableId,
      amountFen: BigInt(amount),
      paidOn: dateOf(receipt.paidOn),
      at: by.now,
    })),
  });
  return entryOf(receipt, allocations, businessOn);
}

/** What the ledger posts for what a receipt pays; nothing where it pays nothing yet. */
export function entryOf(receipt: ReceiptPlace, allocations: readonly Allocation[], businessOn: Day): NewEntry {
  const postings = receiptAllocated(sumFen(allocations.map(({ amount }) => amount)));
  return { ...placeOf(receipt), kind: "RECEIPT", postings, businessOn };
}

/** Money that came before there was a schedule, oldest receipt first, pays it now. */
export async function allocateWaiting(
  tx: Tx,
  by: Acting,
  dealId: string,
  receivables: readonly OpenItem[],
  businessOn: Day,
): Promise<NewEntry[]> {
  const waiting = await tx.receipt.findMany({
    where: { dealId, status: "RECORDED" },
    include: { payment: { select: { sellerId: true, receivedOn: true, method: true } } },
    orderBy: [{ businessOn: "asc" }, { id: "asc" }],
  });
  const entries: NewEntry[] = [];
  let left = receivables;
  for (const { payment, ...receipt } of waiting) {
    const amount = fen(receipt.amountFen - receipt.allocatedFen);
    const purse: Purse = receipt.purse;
    const { allocations } = allocationOf({ purse, amount, loan: payment.method === "LOAN", told: null }, left);
    if (allocations.length === 0) continue;
    left = afterAllocations(left, allocations);
    const paidOn = dayOf(payment.receivedOn);
    entries.push(await allocate(tx, by, { ...receipt, sellerId: payment.sellerId, paidOn }, allocations, businessOn));
  }
  return entries;
}

export type StandingAllocation = {
  id: string;
  receiptId: string;
  receivableId: string;
  amountFen: bigint;
  paidOn: Date;
  receipt: { id: string; dealId: string; paymentId: string; payment: { sellerId: string } };
};

/** Allocations that no second row has taken back yet. */
export async function standingAllocations(
  tx: Tx,
  of: { receiptIds: readonly string[] } | { receivableIds: readonly string[] },
): Promise<StandingAllocation[]> {
  const where =
    "receiptIds" in of ? { receiptId: { in: [...of.receiptIds] } } : { receivableId: { in: [...of.receivableIds] } };
  const rows = await tx.allocation.findMany({
    where,
    include: {
      receipt: { select: { id: true, dealId: true, paymentId: true, payment: { select: { sellerId: true } } } },
    },
    orderBy: { id: "asc" },
  });
  const reversed = new Set(rows.map(({ reversesId }) => reversesId));
  return rows.filter((row) => row.reversesId === null && !reversed.has(row.id));
}

/** Takes allocations back by second rows with the opposite amount; the money waits on its receipt again. */
export async function releaseAllocations(
  tx: Tx,
  by: Acting,
  allocations: readonly StandingAllocation[],
  kind: "RECEIPT_REVERSED" | "RECEIPT_RELEASED",
  businessOn: Day,
): Promise<NewEntry[]> {
  await tx.allocation.createMany({
    data: allocations.map(({ id, receiptId, receivableId, amountFen, paidOn }) => ({
      projectId: by.projectId,
      receiptId,
      receivableId,
      amountFen: -amountFen,
      paidOn,
      at: by.now,
      reversesId: id,
    })),
  });
  return allocations.map(({ amountFen, receipt }) => ({
    ...placeOf({ ...receipt, sellerId: receipt.payment.sellerId }),
    kind,
    postings: receiptReversed(fen(amountFen)),
    businessOn,
  }));
}

function placeOf({ id, dealId, sellerId, paymentId }: ReceiptPlace) {
  return { sellerId, dealId, paymentId, receiptId: id };
}
