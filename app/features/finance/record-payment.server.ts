import { z } from "zod";
import { businessDay, type Day } from "~/domain/calendar";
import { paymentReceived } from "~/domain/ledger";
import { type Fen, fen, sumFen } from "~/domain/money";
import { canRecordPayment, type PaymentMethod, payerExplained } from "~/domain/payment";
import { may } from "~/domain/permission";
import { canSplit } from "~/domain/receivable";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { constraintOf, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { dateOf } from "~/platform/stored-day.server";
import { lockDeals, lockReceivables } from "./lock-money.server";
import { type Payable, payableDeals } from "./payable-deals.server";
import { type PlannedReceipt, planReceipts, type ReceiptInput, writeReceipts } from "./write-receipts.server";

export type RecordPayment = {
  sellerId: string;
  /** Where the money is; may stay open where the homes' permit names the account. */
  accountId?: string;
  /** Whose advance it is, where no receipt says so. */
  customerId?: string;
  method: PaymentMethod;
  bankReference?: string;
  receivedOn: Day;
  payerName: string;
  /** Why somebody else pays. */
  payerNote?: string;
  amount: Fen;
  /** How it is split; what is left stands as an advance. */
  receipts: readonly ReceiptInput[];
};

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

/**
 * Writes down money that arrived at a seller's account, inside the caller's transaction: payment, receipts with
 * numbers, allocations, facts, ledger and audit. Locks the deals and their receivables; the number counter comes last.
 */
export async function recordPayment(tx: Tx, ctx: Ctx, input: RecordPayment): Promise<RecordedPayment> {
  demand(may(ctx.permissions, "payment:record"));
  if (input.receipts.length > 0) demand(may(ctx.permissions, "receipt:record"));
  const bankReference = input.bankReference?.trim() || null;
  demand(canRecordPayment({ ...input, bankReference }, businessDay(ctx.now)));
  demand(
    canSplit(
      input.amount,
      input.receipts.map(({ amount }) => amount),
    ),
  );
  const dealIds = [...new Set(input.receipts.map(({ dealId }) => dealId))];
  const deals = await payableDeals(tx, await lockDeals(tx, ctx, dealIds));
  const account = await accountOf(tx, ctx, input, deals);
  const customer = await customerOf(tx, ctx, input, deals);
  const payer = { name: input.payerName, note: input.payerNote ?? "", method: input.method };
  demand(payerExplained(payer, [...customer.names, ...[...deals.values()].flatMap(({ ownNames }) => ownNames)]));
  const items = await lockReceivables(tx, dealIds);
  const payment = { ...input, id: newId(), accountId: account.id, businessOn: input.receivedOn };
  const planned = planReceipts(ctx, payment, input.receipts, deals, items);

  await createPayment(tx, ctx, { ...payment, bankReference, customerId: customer.id });
  const bank = account.kind === "SUPERVISED" ? "BANK_SUPERVISED" : "BANK_GENERAL";
  const { sellerId, receivedOn: businessOn, amount } = input;
  const arrived = { sellerId, kind: "PAYMENT" as const, businessOn, paymentId: payment.id };
  const numbers = await writeReceipts(tx, ctx, payment, planned, [
    { ...arrived, postings: paymentReceived(bank, amount) },
  ]);
  const answer = answerOf(payment, planned, numbers);
  await record(tx, ctx, { action: "payment.recorded", subject: `payment:${payment.id}`, after: answer });
  return answer;
}

type NewPaymentRow = Omit<RecordPayment, "bankReference" | "customerId"> & {
  id: string;
  accountId: string;
  businessOn: Day;
  bankReference: string | null;
  customerId: string | null;
};

async function createPayment(tx: Tx, ctx: Ctx, { receipts: _, amount, ...payment }: NewPaymentRow): Promise<void> {
  try {
    await tx.payment.create({
      data: {
        ...payment,
        projectId: ctx.projectId,
        payerName: payment.payerName.trim(),
        payerNote: payment.payerNote?.trim() ?? "",
        amountFen: BigInt(amount),
        receivedOn: dateOf(payment.receivedOn),
        businessOn: dateOf(payment.businessOn),
        recordedAt: ctx.now,
        recordedById: ctx.actorId,
        status: "CONFIRMED",
      },
    });
  } catch (error) {
    if (constraintOf(error) !== "Payment_bank_reference_once") throw error;
    throw new Refused({ code: "bank_reference_used" });
  }
}

/** The account that was named, or the one in which the homes' permits want the money. Of this seller, selling here. */
async function accountOf(tx: Tx, ctx: Ctx, input: RecordPayment, deals: ReadonlyMap<string, Payable>) {
  const wanted = [...deals.values()].flatMap(({ homes }) =>
    homes.map(({ supervisedAccountId }) => supervisedAccountId),
  );
  const [only, ...others] = [...new Set(wanted)];
  const id = input.accountId ?? (others.length === 0 ? only : null);
  if (!id) throw new Refused({ code: "value_missing", params: { field: "accountId" } });
  const account = await tx.sellerAccount.findFirst({
    where: { id, sellerId: input.sellerId, seller: { phases: { some: { projectId: ctx.projectId } } } },
    select: { id: true, kind: true },
  });
  if (!account) throw new Refused({ code: "not_found" });
  return account;
}

/** Whose money it is: the customer named, or that of the first deal. */
async function customerOf(tx: Tx, ctx: Ctx, input: RecordPayment, deals: ReadonlyMap<string, Payable>) {
  const first = deals.get(input.receipts[0]?.dealId ?? "");
  const id = input.customerId ?? first?.customerId ?? null;
  if (!id) return { id: null, names: [] };
  const customer = await tx.projectCustomer.findFirst({
    where: { id, projectId: ctx.projectId },
    select: { person: { select: { name: true } } },
  });
  if (!customer) throw new Refused({ code: "not_found" });
  return { id, names: [customer.person.name] };
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
