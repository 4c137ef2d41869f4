import { afterAll, describe, expect, it } from "vitest";
import { fen } from "~/domain/money";
import { previewPayment, takePayment } from "~/features/deals/take-payment.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { refused } from "../../support/given";
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
