import { type Day, day, hoursAfter } from "~/domain/calendar";
import { type Fen, fen } from "~/domain/money";
import { createReceivables, type ReceivableLine } from "~/features/finance/create-receivables.server";
import type { RecordPayment } from "~/features/finance/plan-payment.server";
import { recordPayment } from "~/features/finance/record-payment.server";
import type { Ctx } from "~/platform/context.server";
import { db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import type { DealStage } from "~/platform/prisma/enums";
import { asStaff, type GivenProject, givenCustomer, givenProject, givenUnit, NOW, TODAY } from "../../support/given";

/** A live deal of one home, held until tomorrow or reserved, for the customer of that name. */
export async function givenDeal(
  project: GivenProject,
  over: { name?: string; stage?: DealStage; buildingId?: string } = {},
) {
  const consultant = await asStaff("CONSULTANT", project);
  const customer = await givenCustomer(project, consultant, over.name);
  const unit = await givenUnit(project, over.buildingId ? { buildingId: over.buildingId } : {});
  const stage = over.stage ?? "RESERVED";
  return db.deal.create({
    data: {
      projectId: project.id,
      customerId: customer.id,
      consultantId: consultant.actorId,
      stage,
      holdUntil: stage === "HELD" ? hoursAfter(NOW, 24) : null,
      businessOn: new Date("2026-03-02"),
      enteredAt: NOW,
      claims: { create: { unitId: unit.id, since: NOW } },
    },
  });
}

export function line(
  item: string,
  amount: number,
  dueOn: string | null,
  over: Partial<ReceivableLine> = {},
): ReceivableLine {
  return {
    item,
    amount: fen(amount),
    due: { event: "CONTRACT", days: 0 },
    dueOn: dueOn ? day(dueOn) : null,
    loan: false,
    ...over,
  };
}

/** What the deals of these tests owe unless told otherwise: 定金 1 000, 首付 2 000, 按揭 7 000 yuan. */
export const LINES = [
  line("定金", 100_000, "2026-03-02", { due: { event: "RESERVATION", days: 0 } }),
  line("首付款", 200_000, "2026-03-20"),
  line("按揭款", 700_000, null, { due: { event: "LOAN_APPROVAL", days: 0 }, loan: true }),
];

export async function givenSchedule(project: GivenProject, dealId: string, lines = LINES) {
  const manager = await asStaff("MANAGER", project);
  await inTransaction((tx) => createReceivables(tx, manager, { dealId, sellerId: project.sellerId, lines }));
  return db.receivable.findMany({ where: { dealId, voidedAt: null }, orderBy: { position: "asc" } });
}

/** A project with a cashier and a reserved deal that owes LINES. */
export async function givenDesk() {
  const project = await givenProject();
  const deal = await givenDeal(project);
  const receivables = await givenSchedule(project, deal.id);
  return { project, deal, receivables, cashier: await asStaff("CASHIER", project) };
}

/** Money by transfer into the supervised account, all of it for one deal unless told otherwise. */
export function money(
  project: GivenProject,
  dealId: string,
  amount: number,
  over: Partial<RecordPayment> = {},
): RecordPayment {
  return {
    sellerId: project.sellerId,
    accountId: project.supervisedAccountId,
    method: "TRANSFER",
    bankReference: `T-${newId()}`,
    receivedOn: TODAY,
    payerName: "王小明",
    amount: fen(amount),
    receipts: [{ dealId, amount: fen(amount) }],
    ...over,
  };
}

export function pay(ctx: Ctx, input: RecordPayment) {
  return inTransaction((tx) => recordPayment(tx, ctx, input));
}

/** What each account of a seller stands at: debits less credits, from the lines themselves. */
export async function balancesOf(sellerId: string): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ account: string; fen: bigint }[]>`
    SELECT l.account::text AS account, sum(l."amountFen")::bigint AS fen
    FROM "LedgerLine" l JOIN "LedgerEntry" e ON e.id = l."entryId"
    WHERE e."sellerId" = ${sellerId}::uuid GROUP BY 1 HAVING sum(l."amountFen") <> 0`;
  return Object.fromEntries(rows.map(({ account, fen: amount }) => [account, Number(amount)]));
}

export const paidOn = (text: string): Day => day(text);
export const amount = (value: number): Fen => fen(value);
