import type { Day } from "~/domain/calendar";
import { type Fen, fen } from "~/domain/money";
import type { PaymentMethod } from "~/domain/payment";
import { mayAsk, reachOf } from "~/domain/permission";
import { rmbInWords } from "~/domain/rmb-in-words";
import type { StateOf } from "~/domain/transition";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { dayOf } from "~/platform/stored-day.server";

export type ReceiptView = {
  id: string;
  number: string;
  dealId: string;
  units: string;
  customer: string;
  item: string;
  amount: Fen;
  /** 人民币大写 */
  inWords: string;
  waiting: Fen;
  status: StateOf<"receipt">;
  pays: { item: string; amount: Fen }[];
};
export type PaymentView = {
  id: string;
  seller: string;
  account: { kind: "SUPERVISED" | "GENERAL"; bank: string; number: string };
  method: PaymentMethod;
  bankReference: string | null;
  payerName: string;
  payerNote: string;
  receivedOn: Day;
  recordedAt: Date;
  recordedBy: string;
  amount: Fen;
  advance: Fen;
  status: StateOf<"payment">;
  receipts: ReceiptView[];
  mayAskReversal: boolean;
};

const forView = {
  seller: { select: { name: true } },
  account: { select: { kind: true, bank: true, number: true } },
  recordedBy: { select: { name: true } },
  receipts: {
    orderBy: { number: "asc" },
    include: {
      allocations: { select: { amountFen: true, receivable: { select: { item: true } } }, orderBy: { id: "asc" } },
      deal: {
        select: {
          consultantId: true,
          customer: { select: { person: { select: { name: true } } } },
          claims: { select: { unit: { select: { label: true } } }, orderBy: { since: "asc" } },
        },
      },
    },
  },
} as const;

/** A payment with its receipts, for staff who may see it; a consultant sees his own deals' receipts only. */
export async function getPayment(ctx: Ctx, paymentId: string): Promise<PaymentView | null> {
  const reach = reachOf(ctx.permissions, "payment:read");
  if (!reach) return null;
  const row = await db.payment.findFirst({ where: { id: paymentId, projectId: ctx.projectId }, include: forView });
  const receipts = (row?.receipts ?? []).filter(({ deal }) => reach === "scope" || deal.consultantId === ctx.actorId);
  if (!row || (reach === "own" && receipts.length === 0)) return null;
  return {
    id: row.id,
    seller: row.seller.name,
    account: row.account,
    method: row.method,
    bankReference: row.bankReference,
    payerName: row.payerName,
    payerNote: row.payerNote,
    receivedOn: dayOf(row.receivedOn),
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy.name,
    amount: fen(row.amountFen),
    advance: fen(row.status === "REVERSED" ? 0n : row.amountFen - row.receiptedFen),
    status: row.status,
    receipts: receipts.map((receipt) => ({
      id: receipt.id,
      number: receipt.number,
      dealId: receipt.dealId,
      units: [...new Set(receipt.deal.claims.map(({ unit }) => unit.label))].join("、"),
      customer: receipt.deal.customer.person.name,
      item: receipt.item,
      amount: fen(receipt.amountFen),
      inWords: rmbInWords(fen(receipt.amountFen)),
      waiting: fen(receipt.status === "REVERSED" ? 0n : receipt.amountFen - receipt.allocatedFen),
      status: receipt.status,
      pays: netByItem(receipt.allocations),
    })),
    mayAskReversal: mayAsk(ctx.permissions, "payment:request_reversal").ok,
  };
}

/** The payment behind a receipt; null where the caller may not see it. */
export async function getReceipt(
  ctx: Ctx,
  receiptId: string,
): Promise<(PaymentView & { receipt: ReceiptView }) | null> {
  const found = await db.receipt.findFirst({
    where: { id: receiptId, projectId: ctx.projectId },
    select: { paymentId: true },
  });
  const payment = found && (await getPayment(ctx, found.paymentId));
  const receipt = payment?.receipts.find(({ id }) => id === receiptId);
  return payment && receipt ? { ...payment, receipt } : null;
}

function netByItem(allocations: readonly { amountFen: bigint; receivable: { item: string } }[]) {
  const net = new Map<string, bigint>();
  for (const { amountFen, receivable } of allocations) {
    net.set(receivable.item, (net.get(receivable.item) ?? 0n) + amountFen);
  }
  return [...net].filter(([, sum]) => sum !== 0n).map(([item, sum]) => ({ item, amount: fen(sum) }));
}
