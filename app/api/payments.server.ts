import { z } from "zod";
import { dayIn as dayAt } from "~/domain/calendar";
import { fen as asFen, type Fen, sumFen } from "~/domain/money";
import { PAYMENT_METHODS } from "~/domain/payment";
import { PURSES } from "~/domain/receivable";
import { Refused } from "~/domain/refusal";
import { previewPayment, takePayment } from "~/features/deals/take-payment.server";
import { askPaymentReversal } from "~/features/finance/ask-reversal.server";
import { getPayment } from "~/features/finance/get-payment.server";
import { getStatement } from "~/features/finance/get-statement.server";
import { changes, type Operation, reads } from "./operation.server";
import { statement, statementAnswer } from "./statement-answer.server";
import { amountIn, day, dayIn, fen, id, projectId, text, words } from "./wire";

const tag = "money";
const purse = z.enum(PURSES);
const method = z.enum(PAYMENT_METHODS);

const taken = z
  .object({
    paymentId: id,
    advanceFen: fen.meta({ description: "What no receipt takes up" }),
    receipts: z.array(
      z.object({
        receiptId: id,
        number: text,
        dealId: id,
        item: text,
        amountFen: fen,
        allocatedFen: fen,
        pays: z.array(z.object({ item: text, amountFen: fen, openFen: fen })),
      }),
    ),
    effectiveDealIds: z.array(id).meta({ description: "Subscriptions that took effect by this money" }),
  })
  .meta({ id: "TakenPayment" });

const payment = z
  .object({
    id,
    seller: text,
    method,
    bankReference: text.nullable(),
    payerName: text,
    receivedOn: day,
    amountFen: fen,
    advanceFen: fen,
    status: text,
    receipts: z.array(
      z.object({ id, number: text, dealId: id, item: text, amountFen: fen, waitingFen: fen, status: text }),
    ),
  })
  .meta({ id: "Payment" });

const paymentBody = z.strictObject({
  projectId,
  sellerId: id,
  accountId: id.optional(),
  customerId: id.optional(),
  method,
  bankReference: words(80).optional(),
  receivedOn: dayIn,
  payer: words(80).min(1),
  payerNote: words(200).optional(),
  amountFen: amountIn
    .optional()
    .meta({ description: "Left out: the sum of the receipts. What they leave is an advance" }),
  receipts: z
    .array(z.strictObject({ dealId: id, amountFen: amountIn, purse: purse.optional() }))
    .max(100)
    .default([]),
});

export const paymentOperations: readonly Operation[] = [
  changes({
    name: "takePayment",
    path: "/payments",
    tag,
    summary: "Writes down money that arrived, with its receipts; with preview=true only says what that would do",
    at: "named",
    needs: ["payment:record", "receipt:record"],
    status: 201,
    once: true,
    query: z.object({ preview: z.enum(["true", "false"]).default("false") }),
    body: paymentBody,
    answer: taken,
    refusals: ["bank_reference_used", "bank_reference_missing", "exceeds_payment", "purse_not_chosen", "deal_ended"],
    place: ({ receipts: [first] }) => (first ? { of: "deal", id: first.dealId } : null),
    act: ({ ctx, key, query, body }) => {
      const input = paymentOf(body);
      return query.preview === "true" ? previewPayment(ctx, input) : takePayment(ctx, { key, ...input });
    },
  }),
  reads({
    name: "getPayment",
    path: "/payments/{id}",
    tag,
    summary: "A payment with its receipts",
    at: "payment",
    needs: ["payment:read"],
    answer: payment,
    ask: async ({ ctx, id: paymentId }) => {
      const found = await getPayment(ctx, paymentId);
      if (!found) throw new Refused({ code: "not_found" });
      const receipts = found.receipts.map(({ amount, waiting, ...one }) => {
        return { ...one, amountFen: amount, waitingFen: waiting };
      });
      return { ...found, amountFen: found.amount, advanceFen: found.advance, receipts };
    },
  }),
  changes({
    name: "askPaymentReversal",
    path: "/payments/{id}/reversal",
    tag,
    summary: "Asks the accountant to reverse a payment with all its receipts",
    at: "payment",
    needs: ["payment:request_reversal"],
    status: 202,
    once: true,
    body: z.strictObject({ reason: words(200).min(1) }),
    answer: z.object({ approvalId: id }),
    refusals: ["asked_already", "wrong_state"],
    act: ({ ctx, id: paymentId, key, body }) => askPaymentReversal(ctx, { key, paymentId, ...body }),
  }),
  reads({
    name: "getStatement",
    path: "/deals/{id}/statement",
    tag,
    summary: "A deal's schedule, receipts, allocations and late fees as of a day",
    at: "deal",
    needs: ["receivable:read"],
    query: z.object({ on: dayIn.optional() }),
    answer: statement,
    ask: async ({ ctx, id: dealId, query }) => {
      const found = await getStatement(ctx, dealId, query.on ?? dayAt(ctx.timeZone, ctx.now));
      if (!found) throw new Refused({ code: "not_found" });
      return statementAnswer(found);
    },
  }),
];

function paymentOf({ projectId: _, payer, amountFen, receipts, ...rest }: z.output<typeof paymentBody>) {
  const split = receipts.map(({ dealId, amountFen: part, purse: one }) => {
    return { dealId, amount: asFen(part), ...(one && { purse: one }) };
  });
  const amount: Fen = amountFen === undefined ? sumFen(split.map((one) => one.amount)) : asFen(amountFen);
  const { accountId, customerId, bankReference, payerNote, ...always } = rest;
  return {
    ...always,
    payerName: payer,
    amount,
    receipts: split,
    ...(accountId && { accountId }),
    ...(customerId && { customerId }),
    ...(bankReference && { bankReference }),
    ...(payerNote && { payerNote }),
  };
}
