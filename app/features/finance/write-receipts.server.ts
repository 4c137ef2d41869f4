import { businessDay, type Day } from "~/domain/calendar";
import { recordFacts } from "~/features/projects/record-fact.server";
import { tokensOf } from "~/features/projects/search-words";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { type NewMessage, putIntoOutbox } from "~/platform/outbox.server";
import { Prisma } from "~/platform/prisma/client";
import { entryOf } from "./allocate.server";
import type { PaymentOfReceipts, PlannedReceipt } from "./plan-receipts.server";
import { type NewEntry, postEntries } from "./post-entry.server";
import { takeReceiptNumbers } from "./receipt-number.server";

/** What goes with receipts: what the ledger posts `first`, and what is written `beside` them once they have numbers. */
export type WithReceipts = {
  first?: readonly NewEntry[];
  beside: (numbers: readonly string[]) => readonly Prisma.Sql[];
};

/**
 * Writes receipts with their numbers, allocations, facts, what the ledger posts for them, and what goes with them.
 * Everybody who takes a number waits for the one who took the last, so all that needs none is written before, and all
 * that needs one in a single statement.
 */
export async function writeReceipts(
  tx: Tx,
  ctx: Ctx,
  payment: PaymentOfReceipts,
  planned: readonly PlannedReceipt[],
  { first = [], beside }: WithReceipts,
): Promise<string[]> {
  const { businessOn, sellerId, id: paymentId } = payment;
  await recordFacts(
    tx,
    ctx,
    planned.map((one) => factOf(one, businessOn)),
  );
  const entries = planned.map(({ id, deal, allocations }) =>
    entryOf({ id, dealId: deal.id, sellerId, paymentId }, allocations, businessOn),
  );
  await postEntries(tx, ctx, [...first, ...entries]);
  await putIntoOutbox(tx, ...planned.flatMap((one) => noticeOf(ctx, one)));
  const rows = planned.map((one) => rowOf(one, payment));
  const numbers = await takeReceiptNumbers(tx, businessDay(ctx.now), planned.length);
  await insertReceipts(
    tx,
    ctx,
    payment,
    rows.map((row, at) => numbered(row, numbers[at] ?? "")),
    beside(numbers),
  );
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
 * Receipts, what they pay, the words that find them and what goes with them, in one statement: others wait for their own
 * number meanwhile. What reads from "receipt" comes after it, as the guards of allocations need.
 */
async function insertReceipts(
  tx: Tx,
  { projectId, actorId, now }: Ctx,
  { id: paymentId, businessOn, receivedOn }: PaymentOfReceipts,
  rows: readonly ReturnType<typeof numbered>[],
  beside: readonly Prisma.Sql[],
): Promise<void> {
  const others = beside.map((write, at) => Prisma.sql`${Prisma.raw(`beside_${at}`)} AS (${write})`);
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(id uuid, "dealId" uuid, number text,
        purse "Purse", item text, "amountFen" bigint, allocations jsonb, tokens jsonb)
    ), receipt AS (
      INSERT INTO "Receipt" (id, "projectId", "paymentId", "dealId", number, purse, item, "amountFen", "businessOn",
        "recordedAt", "recordedById")
      SELECT id, ${projectId}::uuid, ${paymentId}::uuid, "dealId", number, purse, item, "amountFen", ${businessOn}::date,
        ${now}::timestamptz, ${actorId}::uuid FROM given
      RETURNING id
    ), allocation AS (
      INSERT INTO "Allocation" (id, "projectId", "receiptId", "receivableId", "amountFen", "paidOn", at)
      SELECT a.id, ${projectId}::uuid, receipt.id, a."receivableId", a.amount, ${receivedOn}::date, ${now}::timestamptz
      FROM receipt JOIN given USING (id), jsonb_to_recordset(allocations) AS a(id uuid, "receivableId" uuid, amount bigint)
    ), ${Prisma.join(others)}
    INSERT INTO "SearchToken" ("projectId", subject, "subjectId", token)
    SELECT ${projectId}::uuid, 'RECEIPT', receipt.id, token
    FROM receipt JOIN given USING (id), jsonb_array_elements_text(tokens) AS token`;
}
