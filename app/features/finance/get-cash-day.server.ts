import { addDays, type Day, startOfDayIn } from "~/domain/calendar";
import { type Fen, fen } from "~/domain/money";
import type { PaymentMethod } from "~/domain/payment";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { StateOf } from "~/domain/transition";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

export type CashDayPayment = {
  id: string;
  at: Date;
  payerName: string;
  method: PaymentMethod;
  account: string;
  amount: Fen;
  advance: Fen;
  status: StateOf<"payment">;
  receipts: { id: string; number: string; amount: Fen; status: StateOf<"receipt"> }[];
};
type Sum = { key: string; count: number; amount: Fen };
/** What was written down on one day, with totals of what stands. */
export type CashDay = {
  day: Day;
  payments: CashDayPayment[];
  total: Fen;
  byMethod: { method: PaymentMethod; count: number; amount: Fen }[];
  byAccount: { account: string; count: number; amount: Fen }[];
};

/** The cashier's list of a day, the newest first. */
export async function getCashDay(ctx: Ctx, on: Day): Promise<CashDay> {
  demand(may(ctx.permissions, "payment:record"));
  const [from, to] = [startOfDayIn(ctx.timeZone, on), startOfDayIn(ctx.timeZone, addDays(on, 1))];
  const rows = await db.payment.findMany({
    where: { projectId: ctx.projectId, recordedAt: { gte: from, lt: to } },
    include: { account: true, receipts: { orderBy: { number: "asc" } } },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
  });
  const payments = rows.map((row) => ({
    id: row.id,
    at: row.recordedAt,
    payerName: row.payerName,
    method: row.method,
    account: `${row.account.bank} ${row.account.number.slice(-4)}`,
    amount: fen(row.amountFen),
    advance: fen(row.status === "REVERSED" ? 0n : row.amountFen - row.receiptedFen),
    status: row.status,
    receipts: row.receipts.map(({ id, number, amountFen, status }) => ({ id, number, amount: fen(amountFen), status })),
  }));
  const standing = payments.filter(({ status }) => status !== "REVERSED" && status !== "VOIDED");
  return {
    day: on,
    payments,
    total: fen(standing.reduce((sum, { amount }) => sum + amount, 0)),
    byMethod: sumsBy(standing, ({ method }) => method).map(({ key, ...sum }) => ({
      method: key as PaymentMethod,
      ...sum,
    })),
    byAccount: sumsBy(standing, ({ account }) => account).map(({ key, ...sum }) => ({ account: key, ...sum })),
  };
}

function sumsBy(payments: readonly CashDayPayment[], keyOf: (payment: CashDayPayment) => string): Sum[] {
  const sums = new Map<string, Sum>();
  for (const payment of payments) {
    const key = keyOf(payment);
    const { count, amount } = sums.get(key) ?? { count: 0, amount: 0 };
    sums.set(key, { key, count: count + 1, amount: fen(amount + payment.amount) });
  }
  return [...sums.values()].toSorted((a, b) => b.amount - a.amount);
}
