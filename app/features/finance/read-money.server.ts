import { fen } from "~/domain/money";
import { Refused } from "~/domain/refusal";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";

const forDecision = {
  account: true,
  recordedBy: { select: { name: true } },
  receipts: {
    orderBy: { id: "asc" },
    include: {
      deal: {
        select: {
          customer: { select: { person: { select: { name: true } } } },
          claims: { select: { unit: { select: { label: true } } }, orderBy: { since: "asc" } },
        },
      },
    },
  },
} as const;

/** A payment with everything that a reversal touches. Not of this project: not found. */
export async function readPayment(tx: Tx, by: Acting, paymentId: string) {
  const row = await tx.payment.findFirst({ where: { id: paymentId, projectId: by.projectId }, include: forDecision });
  if (!row) throw new Refused({ code: "not_found" });
  return { ...row, amount: fen(row.amountFen), refunded: fen(row.refundedFen) };
}
export type PaymentRead = Awaited<ReturnType<typeof readPayment>>;
export type ReceiptRead = PaymentRead["receipts"][number];

/** A receipt with its payment. Not of this project: not found. */
export async function readReceipt(tx: Tx, by: Acting, receiptId: string) {
  const found = await tx.receipt.findFirst({
    where: { id: receiptId, projectId: by.projectId },
    select: { paymentId: true },
  });
  const payment = found && (await readPayment(tx, by, found.paymentId));
  const receipt = payment?.receipts.find(({ id }) => id === receiptId);
  if (!payment || !receipt) throw new Refused({ code: "not_found" });
  return { ...receipt, payment };
}

/** Homes and customer of a receipt, for people to read. */
export function namesOf({ deal }: Pick<ReceiptRead, "deal">): { unit: string; customer: string } {
  return {
    unit: [...new Set(deal.claims.map(({ unit }) => unit.label))].join("、"),
    customer: deal.customer.person.name,
  };
}
