import { businessDay, type Day } from "~/domain/calendar";
import type { Bank } from "~/domain/ledger";
import type { Fen } from "~/domain/money";
import { canRecordPayment, type PaymentMethod, payerExplained } from "~/domain/payment";
import { may } from "~/domain/permission";
import { canSplit } from "~/domain/receivable";
import { demand, Refused } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { lockDeals, lockReceivables } from "./lock-money.server";
import { type Payable, payableDeals } from "./payable-deals.server";
import { type PaymentOfReceipts, type PlannedReceipt, planReceipts, type ReceiptInput } from "./plan-receipts.server";

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

/** A payment that may be written down, and the receipts for it; its deals and what they owe are locked. */
export type PlannedPayment = {
  payment: PaymentOfReceipts & { amount: Fen; payerNote: string };
  bankReference: string | null;
  customerId: string | null;
  bank: Bank;
  receipts: readonly PlannedReceipt[];
};

/** Decides on locked rows what a payment is to be. Refuses what may not be taken; writes nothing. */
export async function planPayment(tx: Tx, ctx: Ctx, input: RecordPayment): Promise<PlannedPayment> {
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
  const { sellerId, method, receivedOn, payerName, payerNote = "", amount } = input;
  const payment = {
    ...{
      id: newId(),
      sellerId,
      accountId: account.id,
      method,
      payerName: payerName.trim(),
      payerNote: payerNote.trim(),
    },
    ...{ receivedOn, businessOn: receivedOn, amount },
  };
  return {
    ...{ payment, bankReference, customerId: customer.id },
    bank: account.kind === "SUPERVISED" ? "BANK_SUPERVISED" : "BANK_GENERAL",
    receipts: planReceipts(ctx, payment, input.receipts, deals, items),
  };
}

/** The account that was named, or the one in which the homes' permits want the money. Of this seller, selling here. */
async function accountOf(tx: Tx, ctx: Ctx, input: RecordPayment, deals: ReadonlyMap<string, Payable>) {
  const homes = [...deals.values()].flatMap((deal) => deal.homes);
  const [only, ...others] = [...new Set(homes.map(({ supervisedAccountId }) => supervisedAccountId))];
  const id = input.accountId ?? (others.length === 0 ? only : null);
  if (!id) throw new Refused({ code: "value_missing", params: { field: "accountId" } });
  const own = homes.find((home) => home.supervisedAccountId === id && home.sellerId === input.sellerId)?.account;
  if (own?.sellerId === input.sellerId) return { id, kind: own.kind };
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
  // The names of a deal's own customer are known already.
  if (!id || id === first?.customerId) return { id, names: [] };
  const customer = await tx.projectCustomer.findFirst({
    where: { id, projectId: ctx.projectId },
    select: { person: { select: { name: true } } },
  });
  if (!customer) throw new Refused({ code: "not_found" });
  return { id, names: [customer.person.name] };
}
