import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { monthOf } from "~/domain/calendar";
import { fen } from "~/domain/money";
import type { Purse } from "~/domain/receivable";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { askPaymentReversal, askReceiptReversal } from "~/features/finance/ask-reversal.server";
import { decideReversals } from "~/features/finance/decide-reversals.server";
import { getBalances, scanBalances } from "~/features/finance/get-balances.server";
import { listEntries } from "~/features/finance/list-entries.server";
import { voidReceivables } from "~/features/finance/void-receivables.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, type GivenProject, givenProject, refused, TODAY } from "../../support/given";
import { balancesOf, givenDeal, givenSchedule, LINES, line, money, pay } from "./given-money";

beforeAll(decideReversals);
afterAll(closeDb);

type Desk = { project: GivenProject; deals: { id: string }[]; cashier: Ctx; accountant: Ctx };
type Act =
  | { act: "pay"; amount: number; parts: { deal: number; share: number; purse: Purse }[] }
  | { act: "reversePayment"; pick: number }
  | { act: "reverseReceipt"; pick: number }
  | { act: "void"; deal: number }
  | { act: "schedule"; deal: number };

const SCHEDULE = [...LINES, line("契税", 40_000, "2026-04-01", { purse: "AGENCY" })];
const purse = fc.constantFrom<Purse>("HOUSE", "AGENCY");
const acts = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constant("pay" as const),
        amount: fc.integer({ min: 1, max: 400_000 }),
        parts: fc.array(fc.record({ deal: fc.nat(1), share: fc.integer({ min: 1, max: 200_000 }), purse }), {
          maxLength: 3,
        }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        act: fc.constantFrom("reversePayment" as const, "reverseReceipt" as const),
        pick: fc.nat(50),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ act: fc.constantFrom("void" as const, "schedule" as const), deal: fc.nat(1) }),
    },
  ),
  { minLength: 4, maxLength: 10 },
);

async function givenBusyDesk(): Promise<Desk> {
  const project = await givenProject();
  const deals = [await givenDeal(project), await givenDeal(project)];
  await givenSchedule(project, deals[0]?.id ?? "", SCHEDULE);
  return {
    project,
    deals,
    cashier: await asStaff("CASHIER", project),
    accountant: await asStaff("ACCOUNTANT", project),
  };
}

async function carryOut({ project, deals, cashier, accountant }: Desk, step: Act): Promise<void> {
  if (step.act === "pay") {
    const receipts = step.parts.map(({ deal, share, purse: its }) => ({
      dealId: deals[deal]?.id ?? "",
      amount: fen(share),
      purse: its,
    }));
    await attempt(pay(cashier, money(project, "", step.amount, { receipts, payerNote: "代付" })));
    return;
  }
  if (step.act === "void" || step.act === "schedule") {
    const dealId = deals[step.deal]?.id ?? "";
    const open = await db.receivable.count({ where: { dealId, voidedAt: null } });
    if (step.act === "void") await inTransaction((tx) => voidReceivables(tx, cashier, dealId));
    else if (open === 0) await givenSchedule(project, dealId, SCHEDULE);
    return;
  }
  const key = newId();
  if (step.act === "reversePayment") {
    const payments = await db.payment.findMany({ where: { projectId: project.id }, orderBy: { id: "asc" } });
    const paymentId = payments[step.pick % Math.max(1, payments.length)]?.id;
    if (paymentId) await answered(accountant, askPaymentReversal(cashier, { key, paymentId, reason: "错" }), step.pick);
    return;
  }
  const receipts = await db.receipt.findMany({ where: { projectId: project.id }, orderBy: { id: "asc" } });
  const receiptId = receipts[step.pick % Math.max(1, receipts.length)]?.id;
  if (receiptId) await answered(accountant, askReceiptReversal(cashier, { key, receiptId, reason: "错" }), step.pick);
}

/** Two of three requests get a yes, one a no. */
async function answered(accountant: Ctx, asking: Promise<{ approvalId: string }>, pick: number): Promise<void> {
  const asked = await attempt(asking);
  if (!asked.ok) return;
  const { approvalId } = asked.value;
  await decideApproval(accountant, { key: newId(), approvalId, yes: pick % 3 !== 0, reason: "核对" });
}

/** What the rows themselves say, against totals, ledger, summaries and facts. */
async function expectToAddUp({ project, accountant }: Desk): Promise<void> {
  const where = { projectId: project.id };
  const [receivables, payments, receipts, allocations] = await Promise.all([
    db.receivable.findMany({ where }),
    db.payment.findMany({ where }),
    db.receipt.findMany({ where }),
    db.allocation.findMany({ where }),
  ]);
  const sum = <Row>(rows: Row[], of: (row: Row) => bigint) => rows.reduce((total, row) => total + of(row), 0n);
  for (const row of receivables) {
    expect(row.allocatedFen).toBe(
      sum(
        allocations.filter((one) => one.receivableId === row.id),
        (one) => one.amountFen,
      ),
    );
  }
  const standing = receipts.filter(({ status }) => status !== "REVERSED");
  for (const row of receipts) {
    expect(row.allocatedFen).toBe(
      sum(
        allocations.filter((one) => one.receiptId === row.id),
        (one) => one.amountFen,
      ),
    );
  }
  for (const row of payments) {
    expect(row.receiptedFen).toBe(
      sum(
        standing.filter((one) => one.paymentId === row.id),
        (one) => one.amountFen,
      ),
    );
  }
  const live = payments.filter(({ status }) => status !== "REVERSED");
  const arrived = sum(live, (row) => row.amountFen);
  const open = sum(
    receivables.filter(({ voidedAt }) => !voidedAt),
    (row) => row.amountFen - row.allocatedFen,
  );
  const paid = sum(allocations, (row) => row.amountFen);
  const balances = await balancesOf(project.sellerId);
  expect(Object.values(balances).reduce((total, amount) => total + amount, 0)).toBe(0);
  expect(balances.RECEIVABLES ?? 0).toBe(Number(open));
  expect(balances.BANK_SUPERVISED ?? 0).toBe(Number(arrived));
  expect(0 - (balances.ADVANCES ?? 0)).toBe(Number(arrived - paid));
  const month = monthOf(TODAY);
  expect(await getBalances(accountant, project.sellerId, month)).toEqual(await scanBalances(project.sellerId, month));
  const facts = await db.fact.findMany({ where: { ...where, kind: "RECEIPT" } });
  expect(sum(facts, ({ sign, amountFen }) => BigInt(sign) * amountFen)).toBe(sum(standing, (row) => row.amountFen));
}

describe("money adds up", () => {
  it("after any sequence of payments, splits, reversals, voided and new schedules", async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (steps) => {
        const desk = await givenBusyDesk();
        for (const step of steps) await carryOut(desk, step as Act);
        await expectToAddUp(desk);
      }),
      { numRuns: 6 },
    );
  }, 240_000);

  it("when cashiers, accountants and schedules act at the same time", async () => {
    const desk = await givenBusyDesk();
    const [first, second] = desk.deals;
    await givenSchedule(desk.project, second?.id ?? "", SCHEDULE);
    const paid = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        attempt(
          pay(desk.cashier, {
            ...money(desk.project, "", 60_000),
            receipts: [
              { dealId: (at % 2 ? first : second)?.id ?? "", amount: fen(30_000), purse: "HOUSE" },
              { dealId: (at % 2 ? second : first)?.id ?? "", amount: fen(20_000), purse: "HOUSE" },
            ],
          }),
        ),
      ),
    );
    expect(paid.every(({ ok }) => ok)).toBe(true);
    await Promise.all([
      ...paid.slice(0, 6).map((one, at) => {
        const paymentId = one.ok ? one.value.paymentId : "";
        return answered(
          desk.accountant,
          askPaymentReversal(desk.cashier, { key: newId(), paymentId, reason: "错" }),
          at * 3 + 1,
        );
      }),
      ...Array.from({ length: 6 }, () =>
        attempt(
          pay(
            desk.cashier,
            money(desk.project, first?.id ?? "", 5_000, {
              receipts: [{ dealId: first?.id ?? "", amount: fen(5_000), purse: "HOUSE" }],
            }),
          ),
        ),
      ),
      inTransaction((tx) => voidReceivables(tx, desk.cashier, second?.id ?? "")),
    ]);
    await expectToAddUp(desk);
    expect(await db.payment.count({ where: { projectId: desk.project.id, status: "REVERSED" } })).toBe(6);
  });

  it("and the books are read by those who may", async () => {
    const desk = await givenBusyDesk();
    const month = monthOf(TODAY);
    const page = await listEntries(desk.accountant, desk.project.sellerId, month, null);
    expect(page).toMatchObject({ count: 1, next: null, rows: [{ kind: "SCHEDULE" }] });
    for (const role of ["CASHIER", "CONSULTANT", "MANAGER"] as const) {
      const ctx = await asStaff(role, desk.project);
      expect(await attempt(getBalances(ctx, desk.project.sellerId, month))).toMatchObject(refused("not_permitted"));
    }
  });
});
