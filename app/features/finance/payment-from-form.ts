import type { z } from "zod";
import { type Fen, sumFen } from "~/domain/money";
import type { PaymentMethod } from "~/domain/payment";
import type { Purse } from "~/domain/receivable";
import type { takePaymentForm } from "./take-payment-form";

type Line = { dealId: string; purse: Purse; amount: Fen };

/** The payment that a filled-in form means: lines without an amount are left out, an empty total is their sum. */
export function paymentFromForm(form: z.output<typeof takePaymentForm>) {
  const { lines, total, bankReference, ...rest } = form;
  const receipts = receiptsFromLines(lines);
  const amount = total ?? sumFen(receipts.map((line) => line.amount));
  const method: PaymentMethod = form.method;
  return { ...rest, method, amount, receipts, ...(bankReference && { bankReference }) };
}

/** The receipts that lines mean: those without an amount are left out. */
export function receiptsFromLines(lines: z.output<typeof takePaymentForm>["lines"]): Line[] {
  return lines.flatMap((line) => (line.amount ? [{ ...line, amount: line.amount }] : []));
}
