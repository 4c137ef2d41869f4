import type { DealStage } from "~/domain/deal-state";
import { fen } from "~/domain/money";
import type { Purse, Receivable } from "~/domain/receivable";
import { Refused } from "~/domain/refusal";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { maybeDayOf } from "~/platform/stored-day.server";

// Whoever moves money locks in this order, by ascending id within a kind: deals, receivables, payments, receipts.

export type MoneyDeal = {
  id: string;
  customerId: string;
  consultantId: string;
  stage: DealStage;
  holdUntil: Date | null;
};

/** Holds the deals until the transaction ends. One that is not of this project is not found. */
export async function lockDeals(tx: Tx, by: Acting, dealIds: readonly string[]): Promise<MoneyDeal[]> {
  const ids = [...new Set(dealIds)];
  const deals = await tx.$queryRaw<MoneyDeal[]>`
    SELECT id, "customerId", "consultantId", stage::text AS stage, "holdUntil" FROM "Deal"
    WHERE id = ANY (${ids}::uuid[]) AND "projectId" = ${by.projectId}::uuid ORDER BY id FOR UPDATE`;
  if (deals.length !== ids.length) throw new Refused({ code: "not_found" });
  return deals;
}

export type OpenItem = Receivable & { dealId: string; position: number; item: string; loan: boolean };

type ItemRow = {
  id: string;
  dealId: string;
  position: number;
  purse: Purse;
  item: string;
  loan: boolean;
  dueOn: Date | null;
  amountFen: bigint;
  allocatedFen: bigint;
};

/** Holds the receivables of these deals that stand, in the order in which they were agreed. */
export async function lockReceivables(tx: Tx, dealIds: readonly string[]): Promise<OpenItem[]> {
  const rows = await tx.$queryRaw<ItemRow[]>`
    SELECT id, "dealId", position, purse::text AS purse, item, loan, "dueOn", "amountFen", "allocatedFen"
    FROM "Receivable" WHERE "dealId" = ANY (${dealIds}::uuid[]) AND "voidedAt" IS NULL ORDER BY id FOR UPDATE`;
  return rows
    .map(({ amountFen, allocatedFen, dueOn, ...row }) => ({
      ...row,
      dueOn: maybeDayOf(dueOn),
      amount: fen(amountFen),
      allocated: fen(allocatedFen),
    }))
    .toSorted((a, b) => a.position - b.position);
}

/** Holds payments until the transaction ends. One that is not of this project is not found. */
export async function lockPayments(tx: Tx, by: Acting, paymentIds: readonly string[]): Promise<void> {
  const ids = [...new Set(paymentIds)];
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Payment" WHERE id = ANY (${ids}::uuid[]) AND "projectId" = ${by.projectId}::uuid ORDER BY id FOR UPDATE`;
  if (locked.length !== ids.length) throw new Refused({ code: "not_found" });
}
