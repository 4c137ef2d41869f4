import { afterAll, describe, expect, it } from "vitest";
import { day, hoursAfter } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { PERMISSIONS, ROLES, type Role } from "~/domain/permission";
import { attempt } from "~/platform/attempt.server";
import { closeDb, constraintOf, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenProject, NOW, refused, TODAY } from "../../support/given";
import { balancesOf, givenDeal, givenDesk, givenSchedule, line, money, pay } from "./given-money";

afterAll(closeDb);

const paidOf = async (dealId: string) =>
  (await db.receivable.findMany({ where: { dealId, voidedAt: null }, orderBy: { position: "asc" } })).map((row) =>
    Number(row.allocatedFen),
  );

describe("recording a payment", () => {
  it("pays the oldest first, writes receipt, facts, words, audit, and balances", async () => {
    const { project, deal, cashier } = await givenDesk();
    const answer = await pay(cashier, money(project, deal.id, 250_000));

    expect(await paidOf(deal.id)).toEqual([100_000, 150_000, 0]);
    const year = new RegExp(`^SJ${TODAY.slice(0, 4)}-\\d{6}$`);
    expect(answer).toMatchObject({
      advanceFen: 0,
      receipts: [{ number: expect.stringMatching(year), allocatedFen: 250_000 }],
    });
    const [receipt] = answer.receipts;
    expect(await db.receipt.findUnique({ where: { id: receipt?.receiptId ?? "" } })).toMatchObject({
      item: "定金、首付款",
      purse: "HOUSE",
      status: "RECORDED",
      recordedById: cashier.actorId,
    });
    expect(await db.fact.findMany({ where: { dealId: deal.id, kind: "RECEIPT" } })).toMatchObject([
      { sign: 1, amountFen: 250_000n, dimensions: { receiptId: receipt?.receiptId } },
    ]);
    const words = await db.searchToken.findMany({ where: { subject: "RECEIPT", subjectId: receipt?.receiptId ?? "" } });
    expect(words.map(({ token }) => token)).toContain("wangxiaoming");
    expect(
      await db.auditEntry.count({ where: { subject: `payment:${answer.paymentId}`, action: "payment.recorded" } }),
    ).toBe(1);
    expect(await balancesOf(project.sellerId)).toEqual({
      BANK_SUPERVISED: 250_000,
      RECEIVABLES: 750_000,
      CONTRACT_LIABILITIES: -1_000_000,
    });
  });

  it("splits over deals and purses; what is left stands as an advance", async () => {
    const { project, deal, cashier } = await givenDesk();
    const other = await givenDeal(project);
    await givenSchedule(project, other.id, [
      line("楼款", 300_000, "2026-03-05"),
      line("契税", 40_000, "2026-03-01", { purse: "AGENCY" }),
    ]);

    const answer = await pay(
      cashier,
      money(project, deal.id, 500_000, {
        receipts: [
          { dealId: deal.id, amount: fen(100_000) },
          { dealId: other.id, amount: fen(300_000), purse: "HOUSE" },
          { dealId: other.id, amount: fen(30_000), purse: "AGENCY" },
        ],
      }),
    );

    expect(answer).toMatchObject({ advanceFen: 70_000 });
    expect(await paidOf(other.id)).toEqual([300_000, 30_000]);
    const payment = await db.payment.findUniqueOrThrow({ where: { id: answer.paymentId } });
    expect(payment).toMatchObject({ receiptedFen: 430_000n, amountFen: 500_000n, status: "CONFIRMED" });
    expect(await balancesOf(project.sellerId)).toMatchObject({ ADVANCES: -70_000, BANK_SUPERVISED: 500_000 });
  });

  it("keeps money before a schedule waiting on its receipt, and pays with it as soon as there is one", async () => {
    const project = await givenProject();
    const deal = await givenDeal(project, { stage: "HELD" });
    const cashier = await asStaff("CASHIER", project);
    const early = await pay(cashier, money(project, deal.id, 120_000, { receivedOn: day("2026-02-27") }));
    expect(early.receipts).toMatchObject([{ allocatedFen: 0 }]);
    expect(await db.receipt.findFirst({ where: { dealId: deal.id } })).toMatchObject({ item: "预收楼款" });
    expect(await balancesOf(project.sellerId)).toEqual({ BANK_SUPERVISED: 120_000, ADVANCES: -120_000 });

    await givenSchedule(project, deal.id);

    expect(await paidOf(deal.id)).toEqual([100_000, 20_000, 0]);
    const allocations = await db.allocation.findMany({ where: { receipt: { dealId: deal.id } } });
    expect(allocations.map(({ paidOn }) => paidOn)).toEqual(Array(2).fill(new Date("2026-02-27")));
    expect(await balancesOf(project.sellerId)).toMatchObject({ BANK_SUPERVISED: 120_000, RECEIVABLES: 880_000 });
  });

  it("lets a bank's pay-out pay the loan line, and own money the other lines first", async () => {
    const { project, deal, cashier } = await givenDesk();
    await pay(cashier, money(project, deal.id, 700_000, { method: "LOAN", payerName: "中国银行" }));
    expect(await paidOf(deal.id)).toEqual([0, 0, 700_000]);
    await pay(cashier, money(project, deal.id, 300_000));
    expect(await paidOf(deal.id)).toEqual([100_000, 200_000, 700_000]);
  });

  it("goes where it is told by hand, within what is open", async () => {
    const { project, deal, cashier, receivables } = await givenDesk();
    const told = (amount: number) => ({
      ...money(project, deal.id, 150_000),
      receipts: [
        {
          dealId: deal.id,
          amount: fen(150_000),
          allocations: [{ receivableId: receivables[1]?.id ?? "", amount: fen(amount) }],
        },
      ],
    });
    expect(await attempt(pay(cashier, told(200_001)))).toMatchObject(refused("exceeds_receivable"));
    expect(await attempt(pay(cashier, told(150_001)))).toMatchObject(refused("exceeds_payment"));
    await pay(cashier, told(150_000));
    expect(await paidOf(deal.id)).toEqual([0, 150_000, 0]);
  });

  it("asks for the purse where more than one is open", async () => {
    const { project, deal, cashier } = await givenDesk();
    await givenSchedule(project, deal.id, [line("契税", 40_000, null, { purse: "AGENCY" })]);
    expect(await attempt(pay(cashier, money(project, deal.id, 1_000)))).toMatchObject(refused("purse_not_chosen"));
  });

  const cases: [string, Parameters<typeof money>[3], string][] = [
    ["nothing", { amount: fen(0), receipts: [] }, "amount_not_positive"],
    ["less than nothing", { amount: fen(-5), receipts: [] }, "amount_not_positive"],
    ["an absurd amount", { amount: fen(1_000_000_000_001), receipts: [] }, "amount_invalid"],
    ["tomorrow's money", { receivedOn: day("2026-03-03") }, "received_in_future"],
    ["a transfer without reference", { bankReference: "  " }, "bank_reference_missing"],
    ["a stranger's money", { payerName: "李四" }, "payer_statement_missing"],
    ["more than was paid", { amount: fen(99_999) }, "exceeds_payment"],
  ];
  it.each(cases)("refuses %s", async (_, over, code) => {
    const { project, deal, cashier } = await givenDesk();
    expect(await attempt(pay(cashier, money(project, deal.id, 100_000, over)))).toMatchObject(refused(code));
    expect(await db.payment.count({ where: { projectId: project.id } })).toBe(0);
  });

  it("takes a stranger's money with a statement, cash without reference, and no more than is owed", async () => {
    const { project, deal, cashier } = await givenDesk();
    await pay(cashier, money(project, deal.id, 1_000, { payerName: "李四", payerNote: "岳父代付,附声明" }));
    const { bankReference: _, ...cash } = money(project, deal.id, 1_000, { method: "CASH" });
    await pay(cashier, cash);
    expect(await attempt(pay(cashier, money(project, deal.id, 998_001)))).toMatchObject(refused("exceeds_receivable"));
  });

  it("refuses house money of a presale home outside its supervised account, by setting", async () => {
    const { project, deal, cashier } = await givenDesk();
    const general = money(project, deal.id, 1_000, { accountId: project.generalAccountId });
    expect(await attempt(pay(cashier, general))).toMatchObject(refused("not_supervised_account"));
    await pay({ ...cashier, settings: { ...cashier.settings, supervisedAccountGuard: "WARN" } }, general);
    const { accountId: _, ...open } = money(project, deal.id, 1_000);
    const answer = await pay(cashier, open);
    const payment = await db.payment.findUniqueOrThrow({ where: { id: answer.paymentId } });
    expect(payment.accountId).toBe(project.supervisedAccountId);
  });

  it("refuses money for a presale home without a permit, and takes it for an existing one", async () => {
    const { project, deal, cashier } = await givenDesk();
    await db.unit.updateMany({ where: { projectId: project.id }, data: { permitId: null } });
    expect(await attempt(pay(cashier, money(project, deal.id, 1_000)))).toMatchObject(refused("permit_missing"));
    await db.building.update({ where: { id: project.buildingId }, data: { kind: "EXISTING" } });
    await pay(cashier, money(project, deal.id, 1_000, { accountId: project.generalAccountId }));
  });

  it("takes no money for an ended deal, nor for a hold whose time is up", async () => {
    const project = await givenProject();
    const deal = await givenDeal(project, { stage: "HELD" });
    const cashier = { ...(await asStaff("CASHIER", project)), now: hoursAfter(NOW, 24) };
    expect(await attempt(pay(cashier, money(project, deal.id, 1_000)))).toMatchObject(refused("deal_ended"));
    expect(await pay({ ...cashier, now: hoursAfter(NOW, 23.9) }, money(project, deal.id, 1_000))).toMatchObject({
      advanceFen: 0,
    });
  });

  it("never crosses sellers", async () => {
    const { project, deal, cashier } = await givenDesk();
    const mark = newId();
    const seller = await db.seller.create({
      data: {
        name: mark,
        licenceNumber: mark,
        taxNumber: mark,
        phases: { create: { projectId: project.id, name: "二期" } },
        accounts: { create: { kind: "GENERAL", bank: "工行", name: "一般户", number: mark } },
      },
      include: { accounts: true },
    });
    const theirs = { sellerId: seller.id, accountId: seller.accounts[0]?.id ?? "" };
    expect(await attempt(pay(cashier, money(project, deal.id, 1_000, theirs)))).toMatchObject(
      refused("seller_mismatch"),
    );
    const mixed = { ...theirs, sellerId: project.sellerId };
    expect(await attempt(pay(cashier, money(project, deal.id, 1_000, mixed)))).toMatchObject(refused("not_found"));
  });

  it("finds nothing of another project", async () => {
    const [{ project, deal, cashier }, theirs] = [await givenDesk(), await givenDesk()];
    const foreign: Parameters<typeof money>[3][] = [
      { receipts: [{ dealId: theirs.deal.id, amount: fen(1_000) }] },
      { receipts: [], customerId: theirs.deal.customerId },
      { sellerId: theirs.project.sellerId, accountId: theirs.project.generalAccountId, receipts: [] },
    ];
    for (const over of foreign) {
      expect(await attempt(pay(cashier, money(project, deal.id, 1_000, over)))).toMatchObject(refused("not_found"));
    }
  });

  it.each(ROLES.filter((role) => role !== "BUYER"))("is done by %s exactly where the grid says so", async (role) => {
    const { project, deal } = await givenDesk();
    const allowed = (PERMISSIONS["payment:record"].scope as readonly Role[]).includes(role);
    const outcome = await attempt(pay(await asStaff(role, project), money(project, deal.id, 1_000)));
    expect(outcome).toMatchObject(allowed ? { ok: true } : refused("not_permitted"));
  });
});

describe("at once", () => {
  it("sixteen cashiers never overpay one receivable, and every number is there once, without a gap", async () => {
    const { project, deal } = await givenDesk();
    const before = await db.counter.findUnique({ where: { key: `receipt:${TODAY.slice(0, 4)}` } });
    const cashiers = await Promise.all(Array.from({ length: 16 }, () => asStaff("CASHIER", project)));
    // 10 000 yuan are owed; sixteen times 900 are brought.
    const outcomes = await Promise.all(cashiers.map((ctx) => attempt(pay(ctx, money(project, deal.id, 90_000)))));

    const won = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value.receipts : []));
    expect(won).toHaveLength(11);
    for (const lost of outcomes.filter(({ ok }) => !ok)) expect(lost).toMatchObject(refused("exceeds_receivable"));
    expect((await paidOf(deal.id)).reduce((sum, paid) => sum + paid, 0)).toBe(990_000);
    const numbers = won.map(({ number }) => Number(number.slice(7))).sort((a, b) => a - b);
    const first = Number(before?.value ?? 0n) + 1;
    expect(numbers).toEqual(Array.from({ length: 11 }, (_, at) => first + at));
  });

  it("one bank reference is written down once", async () => {
    const { project, deal } = await givenDesk();
    const cashiers = await Promise.all(Array.from({ length: 8 }, () => asStaff("CASHIER", project)));
    const input = money(project, deal.id, 1_000);
    const outcomes = await Promise.all(cashiers.map((ctx) => attempt(pay(ctx, input))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const lost of outcomes.filter(({ ok }) => !ok)) expect(lost).toMatchObject(refused("bank_reference_used"));
    expect((await paidOf(deal.id))[0]).toBe(1_000);
  });
});

it("the database keeps a receipt within its purse", async () => {
  const { project, deal, cashier } = await givenDesk();
  const [tax] = (await givenSchedule(project, deal.id, [line("契税", 40_000, null, { purse: "AGENCY" })])).slice(-1);
  const { receipts } = await pay(
    cashier,
    money(project, deal.id, 1_000, { receipts: [{ dealId: deal.id, amount: fen(1_000), purse: "HOUSE" }] }),
  );
  const forged = db.allocation.create({
    data: {
      projectId: project.id,
      receiptId: receipts[0]?.receiptId ?? "",
      receivableId: tax?.id ?? "",
      amountFen: 1n,
      paidOn: new Date("2026-03-02"),
      at: NOW,
    },
  });
  expect(constraintOf(await forged.catch((error: unknown) => error))).toBe("Allocation_within_one_purse");
});
