import { afterAll, describe, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { previewPayment, splitPayment, takePayment } from "~/features/deals/take-payment.server";
import { askPaymentReversal } from "~/features/finance/ask-reversal.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, refused } from "../../support/given";
import { balancesOf, givenDesk, money } from "./given-money";

afterAll(closeDb);

describe("taking a payment", () => {
  it("happens once per form, and refuses its key for other money", async () => {
    const { project, deal, cashier } = await givenDesk();
    const input = { ...money(project, deal.id, 1_000), key: newId() };
    const answers = await Promise.all([1, 2, 3, 4].map(() => takePayment(cashier, input)));
    expect(new Set(answers.map(({ paymentId }) => paymentId)).size).toBe(1);
    expect(await db.payment.count({ where: { projectId: project.id } })).toBe(1);
    const other = { ...input, amount: fen(2_000) };
    expect(await attempt(takePayment(cashier, other))).toMatchObject(refused("idempotency_mismatch"));
  });

  it("shows beforehand what will happen, and leaves nothing behind", async () => {
    const { project, deal, cashier } = await givenDesk();
    const before = await balancesOf(project.sellerId);
    const counters = await db.counter.findMany();
    const preview = await previewPayment(cashier, money(project, deal.id, 150_000));
    expect(preview.receipts).toMatchObject([
      {
        amountFen: 150_000,
        pays: [
          { item: "定金", amountFen: 100_000, openFen: 0 },
          { item: "首付款", amountFen: 50_000, openFen: 150_000 },
        ],
      },
    ]);
    expect(await db.payment.count({ where: { projectId: project.id } })).toBe(0);
    expect(await db.counter.findMany()).toEqual(counters);
    expect(await balancesOf(project.sellerId)).toEqual(before);
    const refusal = attempt(previewPayment(cashier, money(project, deal.id, 1_000_001)));
    expect(await refusal).toMatchObject(refused("exceeds_receivable"));
  });
});

describe("splitting an advance", () => {
  it("receipts it later, counted from the day it came, never more than is left", async () => {
    const { project, deal, cashier } = await givenDesk();
    const early = { ...money(project, deal.id, 120_000), receivedOn: day("2026-02-20"), receipts: [] };
    const { paymentId } = await takePayment(cashier, { ...early, key: newId(), customerId: deal.customerId });
    const split = (amount: number) => ({
      key: newId(),
      paymentId,
      receipts: [{ dealId: deal.id, amount: fen(amount) }],
    });
    expect(await attempt(splitPayment(cashier, split(120_001)))).toMatchObject(refused("exceeds_payment"));
    const outcomes = await Promise.all([1, 2, 3].map(() => attempt(splitPayment(cashier, split(60_000)))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    const allocations = await db.allocation.findMany({ where: { receipt: { paymentId } } });
    expect(allocations.map(({ paidOn }) => paidOn)).toEqual(Array(3).fill(new Date("2026-02-20")));
    expect(await balancesOf(project.sellerId)).toMatchObject({ BANK_SUPERVISED: 120_000, RECEIVABLES: 880_000 });
    const facts = await db.fact.findMany({ where: { dealId: deal.id, kind: "RECEIPT" } });
    expect(facts.map(({ businessOn }) => businessOn)).toEqual(Array(2).fill(new Date("2026-03-02")));
  });

  it("is the cashier's, within the project, and of money that stands", async () => {
    const { project, deal, cashier } = await givenDesk();
    const { paymentId } = await takePayment(cashier, {
      ...money(project, deal.id, 5_000, { receipts: [] }),
      key: newId(),
    });
    const split = { paymentId, receipts: [{ dealId: deal.id, amount: fen(1_000) }] };
    const accountant = await asStaff("ACCOUNTANT", project);
    expect(await attempt(splitPayment(accountant, { ...split, key: newId() }))).toMatchObject(refused("not_permitted"));
    const theirs = await givenDesk();
    const abroad = { ...split, key: newId(), receipts: [{ dealId: theirs.deal.id, amount: fen(1_000) }] };
    expect(await attempt(splitPayment(theirs.cashier, abroad))).toMatchObject(refused("not_found"));
    await askPaymentReversal(cashier, { key: newId(), paymentId, reason: "退票" });
    expect(await attempt(splitPayment(cashier, { ...split, key: newId() }))).toMatchObject(
      refused("payment_unconfirmed"),
    );
  });
});
