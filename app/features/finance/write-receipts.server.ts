import { businessDay, type Day } from "~/domain/calendar";
import { factRows } from "~/features/projects/record-fact.server";
import { tokensOf } from "~/features/projects/search-words";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { messageRows, type NewMessage } from "~/platform/outbox.server";
import { Prisma } from "~/platform/prisma/client";
import { type Writes, writeTogether } from "~/platform/write-together.server";
import { entryOf } from "./allocate.server";
import type { PaymentOfReceipts, PlannedReceipt } from "./plan-receipts.server";
import { entryRows, type NewEntry } from "./post-entry.server";
import { takeReceiptNumbers } from "./receipt-number.server";

/** What goes with receipts: what else is written and posted with them, and what once they have their numbers. */
export type WithReceipts = {
  writing?: Writes;
  entries?: readonly NewEntry[];
  beside: (numbers: readonly string[]) => Writes;
};

/**
 * Writes receipts with their numbers, allocations, facts, what the ledger posts for them, and what goes with them.
 * Everybody who takes a number waits for the one who took the last, so all that needs none is written before, in one
 * statement, and all that needs one after it, in another.
 */
export async function writeReceipts(
  tx: Tx,
  ctx: Ctx,
  payment: PaymentOfReceipts,
  planned: readonly PlannedReceipt[],
  { writing = {}, entries = [], beside }: WithReceipts,
): Promise<string[]> {
  const { businessOn, sellerId, id: paymentId } = payment;
  const facts = planned.map((one) => factOf(one, businessOn));
  const own = planned.map(({ id, deal, allocations }) =>
    entryOf({ id, dealId: deal.id, sellerId, paymentId }, allocations, businessOn),
  );
  const messages = planned.flatMap((one) => noticeOf(ctx, one));
  const unnumbered = { ...factRows(ctx, facts), ...entryRows(ctx, [...entries, ...own]), ...messageRows(messages) };
  await writeTogether(tx, { ...writing, ...unnumbered });
  const rows = planned.map((one) => rowOf(one, payment));
  const numbers = await takeReceiptNumbers(tx, businessDay(ctx.now), planned.length);
  const given = rows.map((row, at) => numbered(row, numbers[at] ?? ""));
  await writeTogether(tx, { ...receiptRows(ctx, payment, given), ...beside(numbers) });
  return numbers;
}

/** What the buyer is told of a receipt. */
function noticeOf(ctx: Ctx, { id, deal, amount }: PlannedReceipt): NewMessage[] {
  if (deal.unitLabels.length === 0) return [];
  return [
    {
      effectKey: `receipt:${id}`,
      kind: "RECEIPT_ISSUED",
      says: { unit: deal.unitLabels.join("、"), number: id, amount },
      to: { personId: deal.personId },
      projectId: ctx.projectId,
      now: ctx.now,
    },
  ];
}

function factOf({ id, deal, amount }: PlannedReceipt, businessOn: Day) {
  return {
    kind: "RECEIPT" as const,
    businessOn,
    dealId: deal.id,
    customerId: deal.customerId,
    userId: deal.consultantId,
    ...(deal.unitId && { unitId: deal.unitId }),
    ...(deal.use && { use: deal.use }),
    amountFen: amount,
    dimensions: { receiptId: id },
  };
}

/** A receipt as it is written, without its number. */
function rowOf({ id, deal, purse, amount, item, allocations }: PlannedReceipt, { payerName }: PaymentOfReceipts) {
  const words = [payerName, ...deal.ownNames, ...deal.unitLabels];
  return {
    ...{ id, dealId: deal.id, purse, item, amountFen: amount },
    allocations: allocations.map((one) => ({ id: newId(), receivableId: one.receivableId, amount: one.amount })),
    tokens: words.flatMap((word) => tokensOf(word)),
  };
}

function numbered(row: ReturnType<typeof rowOf>, number: string) {
  return { ...row, number, tokens: [...new Set([...row.tokens, ...tokensOf(number)])] };
}

/**
 * Receipts, what they pay and the words that find them. What reads from "receipt" comes after it, as the guards of
 * allocations need.
 */
function receiptRows(
  { projectId, actorId, now }: Ctx,
  { id: paymentId, businessOn, receivedOn }: PaymentOfReceipts,
  given: readonly ReturnType<typeof numbered>[],
): Writes {
  return {
    given: Prisma.sql`
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g(id uuid, "dealId" uuid, number text,
        purse "Purse", item text, "amountFen" bigint, allocations jsonb, tokens jsonb)`,
    receipt: Prisma.sql`
      INSERT INTO "Receipt" (id, "projectId", "paymentId", "dealId", number, purse, item, "amountFen", "businessOn",
        "recordedAt", "recordedById")
      SELECT id, ${projectId}::uuid, ${paymentId}::uuid, "dealId", number, purse, item, "amountFen", ${businessOn}::date,
        ${now}::timestamptz, ${actorId}::uuid FROM given
      RETURNING id`,
    allocation: Prisma.sql`
      INSERT INTO "Allocation" (id, "projectId", "receiptId", "receivableId", "amountFen", "paidOn", at)
      SELECT a.id, ${projectId}::uuid, receipt.id, a."receivableId", a.amount, ${receivedOn}::date, ${now}::timestamptz
      FROM receipt JOIN given USING (id), jsonb_to_recordset(allocations) AS a(id uuid, "receivableId" uuid, amount bigint)`,
    token: Prisma.sql`
      INSERT INTO "SearchToken" ("projectId", subject, "subjectId", token)
      SELECT ${projectId}::uuid, 'RECEIPT', receipt.id, token
      FROM receipt JOIN given USING (id), jsonb_array_elements_text(tokens) AS token`,
  };
}
