import type { Day } from "~/domain/calendar";
import { type Fen, fen } from "~/domain/money";
import type { PaymentMethod } from "~/domain/payment";
import type { Purse } from "~/domain/receivable";
import type { Settings } from "~/domain/setting";
import type { StateOf } from "~/domain/transition";
import type { Ctx } from "~/platform/context.server";
import { db, type Tx } from "~/platform/db.server";
import { dayOf } from "~/platform/stored-day.server";
import { type DealSchedule, findDealOfMoney, readSchedule } from "./get-schedule.server";

export type StatementReceipt = {
  id: string;
  paymentId: string;
  number: string;
  purse: Purse;
  item: string;
  amount: Fen;
  /** What pays no instalment yet. */
  waiting: Fen;
  status: StateOf<"receipt">;
  receivedOn: Day;
  method: PaymentMethod;
  payerName: string;
  /** Which instalments it pays now, reversals taken off. */
  pays: { receivableId: string; amount: Fen }[];
};
export type Statement = DealSchedule & { receipts: StatementReceipt[] };

/** Everything about a deal's money up to a day, for staff who may see it; null when there is no such deal for them. */
export async function getStatement(ctx: Ctx, dealId: string, on: Day): Promise<Statement | null> {
  if (!(await findDealOfMoney(ctx, dealId))) return null;
  return readStatement(db, dealId, ctx.settings, on);
}

/** The same without asking who reads: for callers that have found the deal themselves (the buyer's portal). */
export async function readStatement(tx: Tx, dealId: string, settings: Settings, on: Day): Promise<Statement> {
  const schedule = await readSchedule(tx, dealId, settings, on);
  const rows = await tx.receipt.findMany({
    where: { dealId },
    include: {
      payment: { select: { receivedOn: true, method: true, payerName: true } },
      allocations: { select: { receivableId: true, amountFen: true } },
    },
    orderBy: [{ businessOn: "asc" }, { number: "asc" }],
  });
  const receipts = rows.map(({ payment, allocations, ...row }) => ({
    id: row.id,
    paymentId: row.paymentId,
    number: row.number,
    purse: row.purse,
    item: row.item,
    amount: fen(row.amountFen),
    waiting: fen(row.status === "REVERSED" ? 0n : row.amountFen - row.allocatedFen),
    status: row.status,
    receivedOn: dayOf(payment.receivedOn),
    method: payment.method,
    payerName: payment.payerName,
    pays: netOf(allocations),
  }));
  return { ...schedule, receipts: receipts.filter(({ receivedOn }) => receivedOn <= on) };
}

function netOf(allocations: readonly { receivableId: string; amountFen: bigint }[]) {
  const net = new Map<string, bigint>();
  for (const { receivableId, amountFen } of allocations) {
    net.set(receivableId, (net.get(receivableId) ?? 0n) + amountFen);
  }
  return [...net].filter(([, sum]) => sum !== 0n).map(([receivableId, sum]) => ({ receivableId, amount: fen(sum) }));
}
