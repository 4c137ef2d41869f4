import { businessDay, type Day } from "~/domain/calendar";
import { recordFacts } from "~/features/projects/record-fact.server";
import { tokensOf } from "~/features/projects/search-words";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { type NewMessage, putIntoOutbox } from "~/platform/outbox.server";
import { entryOf } from "./allocate.server";
import type { PaymentOfReceipts, PlannedReceipt } from "./plan-receipts.server";
import { type NewEntry, postEntries } from "./post-entry.server";
import { takeReceiptNumbers } from "./receipt-number.server";

/**
 * Writes receipts with their numbers, allocations, facts and what the ledger posts for them, after what it posts
 * `first`. Everybody who takes a number waits for the one who took the last, so all that needs none is written before.
 */
export async function writeReceipts(
  tx: Tx,
  ctx: Ctx,
  payment: PaymentOfReceipts,
  planned: readonly PlannedReceipt[],
  first: readonly NewEntry[] = [],
): Promise<string[]> {
  if (planned.length === 0) {
    await postEntries(tx, ctx, first);
    return [];
  }
  const { businessOn } = payment;
  const { sellerId, id: paymentId } = payment;
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
  const numbers = await takeReceiptNumbers(tx, businessDay(ctx.now), planned.length);
  await insertReceipts(tx, ctx, payment, planned, numbers);
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

// $1 project, $2 payment, $3 business day, $4 day the money counts from, $5 now, $6 actor, $7 receipts with what they pay
// and the words that find them. What reads from "receipt" comes after it, as the guards of allocations need.
const RECEIPTS = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($7::jsonb) AS g(id uuid, "dealId" uuid, number text, purse "Purse", item text,
    "amountFen" bigint, allocations jsonb, tokens jsonb)
), receipt AS (
  INSERT INTO "Receipt" (id, "projectId", "paymentId", "dealId", number, purse, item, "amountFen", "businessOn", "recordedAt",
    "recordedById")
  SELECT id, $1::uuid, $2::uuid, "dealId", number, purse, item, "amountFen", $3::date, $5::timestamptz, $6::uuid FROM given
  RETURNING id
), allocation AS (
  INSERT INTO "Allocation" (id, "projectId", "receiptId", "receivableId", "amountFen", "paidOn", at)
  SELECT a.id, $1::uuid, receipt.id, a."receivableId", a.amount, $4::date, $5::timestamptz
  FROM receipt JOIN given USING (id), jsonb_to_recordset(allocations) AS a(id uuid, "receivableId" uuid, amount bigint)
)
INSERT INTO "SearchToken" ("projectId", subject, "subjectId", token)
SELECT $1::uuid, 'RECEIPT', receipt.id, token FROM receipt JOIN given USING (id), jsonb_array_elements_text(tokens) AS token`;

/** Receipts, what they pay and the words that find them, in one statement: others wait for their own number meanwhile. */
async function insertReceipts(
  tx: Tx,
  ctx: Ctx,
  { id: paymentId, businessOn, receivedOn, payerName }: PaymentOfReceipts,
  planned: readonly PlannedReceipt[],
  numbers: readonly string[],
): Promise<void> {
  const given = planned.map(({ id, deal, purse, amount, item, allocations }, at) => {
    const number = numbers[at] ?? "";
    const words = [number, payerName, ...deal.ownNames, ...deal.unitLabels];
    return {
      ...{ id, dealId: deal.id, number, purse, item, amountFen: amount },
      allocations: allocations.map((one) => ({ id: newId(), receivableId: one.receivableId, amount: one.amount })),
      tokens: [...new Set(words.flatMap((word) => tokensOf(word)))],
    };
  });
  const values = [ctx.projectId, paymentId, businessOn, receivedOn, ctx.now, ctx.actorId, JSON.stringify(given)];
  await tx.$executeRawUnsafe(RECEIPTS, ...values);
}
