import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fen } from "~/domain/money";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { withdrawApproval } from "~/features/approvals/withdraw-approval.server";
import { askPaymentReversal, askReceiptReversal } from "~/features/finance/ask-reversal.server";
import { decideReversals } from "~/features/finance/decide-reversals.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, refused } from "../../support/given";
import { balancesOf, givenDeal, givenDesk, givenSchedule, money, pay } from "./given-money";

beforeAll(decideReversals);
afterAll(closeDb);

async function given() {
  const desk = await givenDesk();
  const other = await givenDeal(desk.project);
  await givenSchedule(desk.project, other.id);
  const paid = await pay(desk.cashier, {
    ...money(desk.project, desk.deal.id, 400_000),
    receipts: [
      { dealId: desk.deal.id, amount: fen(250_000) },
      { dealId: other.id, amount: fen(100_000) },
    ],
  });
  const accountant = await asStaff("ACCOUNTANT", desk.project);
  const receiptId = paid.receipts[0]?.receiptId ?? "";
  return { ...desk, other, paid, accountant, receiptId, paymentId: paid.paymentId };
}
const asking = (over: object) => ({ key: newId(), reason: "金额录错", ...over });
const answer = (approvalId: string, yes = true) => ({ key: newId(), approvalId, yes, reason: yes ? "" : "凭证无误" });
const factsOf = async (dealId: string) =>
  (await db.fact.findMany({ where: { dealId, kind: "RECEIPT" }, orderBy: { seq: "asc" } })).map(
    ({ sign, amountFen }) => sign * Number(amountFen),
  );

describe("reversing a payment", () => {
  it("undoes all of it by second rows, once the accountant says yes", async () => {
    const { project, cashier, accountant, deal, other, paymentId } = await given();
    const before = await balancesOf(project.sellerId);
    const { approvalId } = await askPaymentReversal(cashier, { ...asking({ paymentId }), paymentId });
    expect(await db.payment.findUnique({ where: { id: paymentId } })).toMatchObject({ status: "REVERSAL_ASKED" });
    expect(await balancesOf(project.sellerId)).toEqual(before);

    expect(await decideApproval(accountant, answer(approvalId))).toMatchObject({ status: "USED" });

    expect(await db.payment.findUnique({ where: { id: paymentId } })).toMatchObject({
      status: "REVERSED",
      receiptedFen: 0n,
    });
    const receipts = await db.receipt.findMany({ where: { paymentId } });
    expect(receipts.map(({ status, allocatedFen }) => [status, allocatedFen])).toEqual(Array(2).fill(["REVERSED", 0n]));
    const paid = await db.receivable.findMany({ where: { dealId: { in: [deal.id, other.id] } } });
    expect(paid.every(({ allocatedFen }) => allocatedFen === 0n)).toBe(true);
    expect(await factsOf(deal.id)).toEqual([250_000, -250_000]);
    expect(await balancesOf(project.sellerId)).toEqual({ RECEIVABLES: 2_000_000, CONTRACT_LIABILITIES: -2_000_000 });
    expect(
      await db.ledgerEntry.count({ where: { paymentId, kind: "PAYMENT_REVERSED", reversesId: { not: null } } }),
    ).toBe(1);
    // The bank's reference is free again for the corrected entry.
    const { bankReference } = await db.payment.findUniqueOrThrow({ where: { id: paymentId } });
    await pay(cashier, money(project, deal.id, 1_000, { bankReference: bankReference ?? "" }));
  });

  it("leaves everything as it was on no, withdrawal, and until the answer", async () => {
    const { project, cashier, accountant, paymentId } = await given();
    const before = await balancesOf(project.sellerId);
    const first = await askPaymentReversal(cashier, { ...asking({}), paymentId });
    expect(await attempt(askPaymentReversal(cashier, { ...asking({}), paymentId }))).toMatchObject(
      refused("wrong_state"),
    );
    await decideApproval(accountant, answer(first.approvalId, false));
    expect(await db.payment.findUnique({ where: { id: paymentId } })).toMatchObject({ status: "CONFIRMED" });
    const second = await askPaymentReversal(cashier, { ...asking({}), paymentId });
    await withdrawApproval(cashier, { key: newId(), approvalId: second.approvalId });
    expect(await db.payment.findUnique({ where: { id: paymentId } })).toMatchObject({ status: "CONFIRMED" });
    expect(await balancesOf(project.sellerId)).toEqual(before);
    const slip = await db.approval.findUniqueOrThrow({ where: { id: second.approvalId } });
    expect(slip.facts).toMatchObject({
      payer: "王小明",
      amountFen: 400_000,
      receipts: [{ amountFen: 250_000 }, { amountFen: 100_000 }],
    });
  });

  it("is asked with a reason, by cashiers, of payments of their project that nobody refunded", async () => {
    const { project, cashier, accountant, paymentId } = await given();
    const ask = (ctx: typeof cashier, over = {}) =>
      attempt(askPaymentReversal(ctx, { ...asking({ paymentId }), paymentId, ...over }));
    expect(await ask(cashier, { reason: " " })).toMatchObject(refused("reason_required"));
    expect(await ask(accountant)).toMatchObject(refused("not_permitted"));
    const { cashier: outsider } = await givenDesk();
    expect(await ask(outsider)).toMatchObject(refused("not_found"));
    expect(await ask(cashier, { paymentId: newId() })).toMatchObject(refused("not_found"));
    await db.payment.update({ where: { id: paymentId }, data: { refundedFen: 1n } });
    expect(await ask(cashier)).toMatchObject(refused("refunded_already"));
    expect(project.id).toBe(cashier.projectId);
  });

  it("is decided by the accountant alone, once, however many press at once", async () => {
    const { project, cashier, paymentId } = await given();
    const { approvalId } = await askPaymentReversal(cashier, { ...asking({}), paymentId });
    for (const role of ["CASHIER", "MANAGER", "GM", "FINANCE"] as const) {
      const outcome = await attempt(decideApproval(await asStaff(role, project), answer(approvalId)));
      expect(outcome.ok).toBe(false);
    }
    const accountants = await Promise.all(Array.from({ length: 8 }, () => asStaff("ACCOUNTANT", project)));
    const outcomes = await Promise.all(accountants.map((ctx) => attempt(decideApproval(ctx, answer(approvalId)))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.ledgerEntry.count({ where: { paymentId, kind: "PAYMENT_REVERSED" } })).toBe(1);
  });
});

describe("reversing one receipt", () => {
  it("gives its money back to the payment as an advance, and leaves the other receipt", async () => {
    const { project, cashier, accountant, deal, other, receiptId, paymentId } = await given();
    const { approvalId } = await askReceiptReversal(cashier, { ...asking({}), receiptId });
    await decideApproval(accountant, answer(approvalId));

    expect(await db.payment.findUnique({ where: { id: paymentId } })).toMatchObject({
      status: "CONFIRMED",
      receiptedFen: 100_000n,
    });
    expect(await factsOf(deal.id)).toEqual([250_000, -250_000]);
    expect(await factsOf(other.id)).toEqual([100_000]);
    expect(await balancesOf(project.sellerId)).toMatchObject({
      BANK_SUPERVISED: 400_000,
      ADVANCES: -300_000,
      RECEIVABLES: 1_900_000,
    });
    expect(await attempt(askReceiptReversal(cashier, { ...asking({}), receiptId }))).toMatchObject(
      refused("wrong_state"),
    );
  });

  it("asked twice at once is asked once, and falls with its payment", async () => {
    const { cashier, accountant, receiptId, paymentId } = await given();
    const asks = await Promise.all(
      [1, 2, 3].map(() => attempt(askReceiptReversal(cashier, { ...asking({}), receiptId }))),
    );
    expect(asks.filter(({ ok }) => ok)).toHaveLength(1);
    const asked = asks.find(({ ok }) => ok);
    const whole = await askPaymentReversal(cashier, { ...asking({}), paymentId });
    await decideApproval(accountant, answer(whole.approvalId));
    const approvalId = asked?.ok ? asked.value.approvalId : "";
    expect(await attempt(decideApproval(accountant, answer(approvalId)))).toMatchObject(refused("wrong_state"));
    await decideApproval(accountant, answer(approvalId, false));
    expect(await db.receipt.findUnique({ where: { id: receiptId } })).toMatchObject({ status: "REVERSED" });
  });
});
