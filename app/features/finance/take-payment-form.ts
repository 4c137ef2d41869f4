import { z } from "zod";
import { parseDay } from "~/domain/calendar";
import { fenFromYuan } from "~/domain/money";
import { PAYMENT_METHODS } from "~/domain/payment";
import { PURSES } from "~/domain/receivable";

/** Yuan as typed, exactly as fen; empty is nothing. */
const maybeAmount = z
  .string()
  .trim()
  .default("")
  .transform((text, issue) => {
    if (text === "") return null;
    const found = fenFromYuan(text);
    if (found !== null && found >= 0) return found;
    issue.addIssue({ code: "custom", message: "form.amount" });
    return z.NEVER;
  });

const receivedOn = z.string().transform((text, issue) => {
  const found = parseDay(text);
  if (found) return found;
  issue.addIssue({ code: "custom", message: "form.date" });
  return z.NEVER;
});

const lines = z.array(z.object({ dealId: z.uuid(), purse: z.enum(PURSES), amount: maybeAmount })).default([]);

/** An advance, split over deals and purses. */
export const splitPaymentForm = z.object({ key: z.uuid(), lines });

/** What the cashier fills in: one payment, split over deals and purses. */
export const takePaymentForm = z.object({
  key: z.uuid(),
  sellerId: z.uuid(),
  accountId: z.uuid({ error: "form.choose" }),
  method: z.enum(PAYMENT_METHODS),
  bankReference: z.string().trim().max(60).default(""),
  payerName: z.string().trim().min(1).max(80),
  payerNote: z.string().trim().max(200).default(""),
  receivedOn,
  lines,
  /** Empty: the sum of the lines. */
  total: maybeAmount,
});
