import { z } from "zod";
import { PAYMENT_METHODS } from "~/domain/payment";
import { PURSES, RECEIVABLE_STATES } from "~/domain/receivable";
import type { Statement } from "~/features/finance/get-statement.server";
import { day, fen, id, text } from "./wire";

const purse = z.enum(PURSES);
const method = z.enum(PAYMENT_METHODS);

/** What a deal owes and what paid it, as of a day. */
export const statement = z
  .object({
    on: day,
    lines: z.array(
      z.object({
        id,
        item: text,
        purse,
        loan: z.boolean(),
        dueEvent: text,
        dueOn: day.nullable(),
        amountFen: fen,
        paidFen: fen,
        openFen: fen,
        state: z.enum(RECEIVABLE_STATES),
        overdueDays: z.int(),
        lateFeeFen: fen,
        lateSpans: z.array(z.object({ from: day, to: day, days: z.int(), openFen: fen, ratePpm: z.int() })),
      }),
    ),
    totals: z.object({ owedFen: fen, paidFen: fen, openFen: fen, overdueFen: fen, lateFeeFen: fen }),
    receipts: z.array(
      z.object({
        id,
        paymentId: id,
        number: text,
        purse,
        item: text,
        amountFen: fen,
        waitingFen: fen,
        status: text,
        receivedOn: day,
        method,
        payerName: text,
        pays: z.array(z.object({ receivableId: id, amountFen: fen })),
      }),
    ),
  })
  .meta({ id: "Statement" });

/** A statement in the names of the interface. */
export function statementAnswer({ on, lines, totals, receipts }: Statement) {
  return {
    on,
    lines: lines.map(({ amount, allocated, open, late, ...line }) => ({
      ...line,
      amountFen: amount,
      paidFen: allocated,
      openFen: open,
      lateFeeFen: late.fee,
      lateSpans: late.spans.map(({ open: stood, rate, ...span }) => ({ ...span, openFen: stood, ratePpm: rate })),
    })),
    totals: {
      owedFen: totals.owed,
      paidFen: totals.paid,
      openFen: totals.open,
      overdueFen: totals.overdue,
      lateFeeFen: totals.lateFee,
    },
    receipts: receipts.map(({ amount, waiting, pays, ...receipt }) => ({
      ...receipt,
      amountFen: amount,
      waitingFen: waiting,
      pays: pays.map(({ receivableId, amount: paid }) => ({ receivableId, amountFen: paid })),
    })),
  };
}
