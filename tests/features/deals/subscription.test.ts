import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { ApprovalFacts } from "~/domain/approval-facts";
import { hoursAfter } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { confirmUnit } from "~/features/deals/confirm-unit.server";
import { draftSubscription } from "~/features/deals/draft-subscription.server";
import { placeHold } from "~/features/deals/place-hold.server";
import { signContract } from "~/features/deals/sign-contract.server";
import { signSubscription } from "~/features/deals/sign-subscription.server";
import { takePayment } from "~/features/deals/take-payment.server";
import { quoteUnit } from "~/features/pricing/quote-unit.server";
import { readQuoteWish } from "~/features/pricing/quote-wish";
import { guardWarnings } from "~/features/units/guard-warnings.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenCustomer, givenUnit, NOW, refused, TODAY } from "../../support/given";
import {
  answer,
  contractOf,
  draftOf,
  firstPaymentPaid,
  formOn,
  givenBuyer,
  givenConfirmed,
  givenDraft,
  givenHold,
  givenOffice,
  givenPlan,
  givenReserved,
  givenScheme,
  givenSigned,
  type Office,
} from "../../support/sell";

afterAll(closeDb);

const SCHEME_PRICE = 372_400_000;

async function draftRefusal(office: Office, over: Parameters<typeof draftOf>[2]) {
  const dealId = await givenHold(office);
  return attempt(draftSubscription(office.desk.CONSULTANT, await draftOf(office, dealId, over)));
}

describe("drafting", () => {
  it("anew opens the confirmation again", async () => {
    const office = await givenOffice();
    const dealId = await givenConfirmed(office);
    await draftSubscription(office.desk.CONSULTANT, await draftOf(office, dealId, { schemeIds: [] }));
    expect(await attempt(signSubscription(office.desk.MANAGER, await formOn(dealId)))).toMatchObject(
      refused("unit_not_confirmed"),
    );
    await confirmUnit(office.desk.CONTROLLER, await formOn(dealId));
    expect(await signSubscription(office.desk.MANAGER, await formOn(dealId))).toEqual({ dealId, stage: "HELD" });
  });

  it("refuses what a careful office refuses", async () => {
    const office = await givenOffice();
    const bare = await givenCustomer(office.project, office.desk.CONSULTANT, "无证件");
    const second = await givenBuyer(office.project, office.desk.CONSULTANT, "李红");
    const dealId = await givenHold(office);
    const tries = [
      [{ planId: newId() }, "plan_missing"],
      [{ schemeIds: [newId()] }, "discount_not_published"],
      [{ buyers: [{ customerId: bare.id, sharePpm: null }] }, "buyers_incomplete"],
      [{ buyers: [] }, "buyers_incomplete"],
      [{ eligible: false }, "not_eligible"],
      [{ earnestFen: Math.floor(SCHEME_PRICE / 5) + 1 }, "earnest_above_limit"],
      [{ specialOffFen: 1_000_000 }, "relation_required"],
      [{ specialOffFen: 1_000_000, relation: "EMPLOYEE" as const }, "reason_required"],
      [{ specialOffFen: SCHEME_PRICE }, "price_not_positive"],
      [
        {
          ownershipForm: "BY_SHARES" as const,
          buyers: [
            { customerId: office.buyer.id, sharePpm: 500_000 },
            { customerId: second.id, sharePpm: 499_999 },
          ],
        },
        "shares_not_whole",
      ],
    ] as const;
    for (const [over, code] of tries) {
      const outcome = await attempt(draftSubscription(office.desk.CONSULTANT, await draftOf(office, dealId, over)));
      expect([code, outcome]).toMatchObject([code, refused(code)]);
    }
    expect(await db.subscription.count({ where: { dealId } })).toBe(0);
    expect(await db.approval.count({ where: { dealId } })).toBe(0);
  });

  it("keeps buyers by shares that make the whole", async () => {
    const office = await givenOffice();
    const second = await givenBuyer(office.project, office.desk.CONSULTANT, "李红");
    const dealId = await givenDraft(office, {
      ownershipForm: "BY_SHARES",
      buyers: [
        { customerId: office.buyer.id, sharePpm: 700_000 },
        { customerId: second.id, sharePpm: 300_000 },
      ],
    });
    const deal = await db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { buyers: true } });
    expect(deal).toMatchObject({ ownershipForm: "BY_SHARES", sharesPpm: 1_000_000 });
    expect(deal.buyers).toHaveLength(2);
  });

  it("is refused above the filed price where the setting forbids it", async () => {
    const unit = { listFen: 380_000_000n, filedFen: 370_000_000n };
    const office = await givenOffice({ unit });
    expect(await draftRefusal(office, {})).toMatchObject(refused("price_above_filed"));
    const lenient = await givenOffice({ unit, settings: { filedPriceGuard: "WARN" } });
    expect(await draftRefusal(lenient, {})).toMatchObject({ ok: true });
  });

  it("without the right to buy is refused, or warned of wherever the deal goes further", async () => {
    const office = await givenOffice();
    expect(await draftRefusal(office, { eligible: false })).toMatchObject(refused("not_eligible"));
    const settings = { eligibilityGuard: "WARN", filedPriceGuard: "WARN" } as const;
    const lenient = await givenOffice({ settings, unit: { listFen: 380_000_000n, filedFen: 370_000_000n } });
    const dealId = await givenDraft(lenient, { eligible: false });
    const warned = async (ctx: Ctx) => (await guardWarnings(ctx, [dealId])).map(({ setting }) => setting).sort();
    expect(await warned(lenient.desk.MANAGER)).toEqual(["eligibilityGuard", "filedPriceGuard"]);
    const strict = {
      ...lenient.desk.MANAGER,
      settings: { ...lenient.desk.MANAGER.settings, eligibilityGuard: "FORBID" },
    };
    expect(await warned(strict as Ctx)).toEqual(["filedPriceGuard"]);
  });
});

describe("a special discount", () => {
  const special = { relation: "EMPLOYEE", reason: "员工内购" } as const;

  it.each([
    [3_724_000, "MANAGER"],
    [3_724_100, "DIRECTOR"],
    [11_172_000, "DIRECTOR"],
    [11_172_100, "GM"],
    [22_400_100, "GM"],
  ] as const)("of %i fen waits for the %s", async (specialOffFen, role) => {
    const office = await givenOffice();
    const dealId = await givenDraft(office, { ...special, specialOffFen });
    const slip = await db.approval.findFirstOrThrow({ where: { dealId } });
    expect(slip).toMatchObject({ kind: "SPECIAL_DISCOUNT", status: "PENDING", chain: [role] });

    const early = await attempt(confirmUnit(office.desk.CONTROLLER, await formOn(dealId)));
    expect(early).toMatchObject(refused("approval_awaited"));
    await answer(office.desk[role], dealId);
    await confirmUnit(office.desk.CONTROLLER, await formOn(dealId));
    await signSubscription(office.desk.MANAGER, await formOn(dealId));
    expect((await db.approval.findFirstOrThrow({ where: { dealId } })).status).toBe("USED");
  });

  it("shows the decider how the price comes about, who may give what, and what was given before", async () => {
    const office = await givenOffice();
    const first = await givenDraft(office, { ...special, specialOffFen: 3_000_000 });
    await answer(office.desk.MANAGER, first);
    const buyer = await givenBuyer(office.project, office.desk.CONSULTANT, "李红");
    const second = await givenDraft(
      { ...office, buyer, unit: await givenUnit(office.project) },
      { ...special, specialOffFen: 3_000_000 },
    );
    const { facts } = await db.approval.findFirstOrThrow({ where: { dealId: second } });
    const { steps, earlier, ...shown } = facts as ApprovalFacts;
    expect(shown).toMatchObject({ customer: "李红", limitPpm: 0, approverLimitPpm: 10_000 });
    expect(steps?.at(0)).toMatchObject({ step: "LIST", runningFen: shown.listFen });
    expect(steps?.at(-1)).toEqual({ step: "SPECIAL", changeFen: -3_000_000, runningFen: shown.dealFen });
    expect(earlier).toMatchObject([{ unit: office.unit.label, customer: "王小明" }]);
  });

  it("of much money waits for the next higher authority too, one after the other", async () => {
    const office = await givenOffice({ settings: { discountSecondYuan: 20_000 } });
    const quoted = async (off: string) => {
      const wish = new URLSearchParams({ scheme: office.scheme.id, plan: office.plan.id, off });
      const { price } = await quoteUnit(office.desk.CONSULTANT, office.unit.id, readQuoteWish(wish));
      return price?.approvers;
    };
    expect([await quoted("0"), await quoted("20000"), await quoted("30000")]).toEqual([
      [],
      ["MANAGER"],
      ["MANAGER", "DIRECTOR"],
    ]);
    const dealId = await givenDraft(office, { ...special, specialOffFen: 3_000_000 });
    expect(await db.approval.findFirstOrThrow({ where: { dealId } })).toMatchObject({ chain: ["MANAGER", "DIRECTOR"] });
    await answer(office.desk.MANAGER, dealId);
    const early = await attempt(confirmUnit(office.desk.CONTROLLER, await formOn(dealId)));
    expect(early).toMatchObject(refused("approval_awaited"));
    await answer(office.desk.DIRECTOR, dealId);
    await confirmUnit(office.desk.CONTROLLER, await formOn(dealId));
  });

  it("that was refused must be drafted again", async () => {
    const office = await givenOffice();
    const dealId = await givenDraft(office, { ...special, specialOffFen: 3_000_000 });
    await answer(office.desk.MANAGER, dealId, false);
    const outcome = await attempt(confirmUnit(office.desk.CONTROLLER, await formOn(dealId)));
    expect(outcome).toMatchObject(refused("discount_above_authority"));
    await draftSubscription(office.desk.CONSULTANT, await draftOf(office, dealId));
    await confirmUnit(office.desk.CONTROLLER, await formOn(dealId));
  });
});

describe("three hands", () => {
  it("never the drafter confirms or signs, never the one who confirmed signs", async () => {
    const office = await givenOffice();
    const both = await asStaff(["CONSULTANT", "CONTROLLER", "MANAGER"], office.project);
    const buyer = await givenBuyer(office.project, both);
    const { dealId } = await placeHold(both, { key: newId(), unitId: office.unit.id, customerId: buyer.id });
    await draftSubscription(both, await draftOf({ ...office, buyer }, dealId));
    expect(await attempt(confirmUnit(both, await formOn(dealId)))).toMatchObject(refused("own_request"));

    const other = await asStaff(["CONTROLLER", "MANAGER"], office.project);
    await confirmUnit(other, await formOn(dealId));
    expect(await attempt(signSubscription(both, await formOn(dealId)))).toMatchObject(refused("own_request"));
    expect(await attempt(signSubscription(other, await formOn(dealId)))).toMatchObject(refused("same_hand"));
    await signSubscription(office.desk.MANAGER, await formOn(dealId));
  });

  it("a list price that changed after the draft is drafted again", async () => {
    const office = await givenOffice();
    const dealId = await givenConfirmed(office);
    await db.unit.update({ where: { id: office.unit.id }, data: { listFen: 390_000_000n } });
    const outcome = await attempt(signSubscription(office.desk.MANAGER, await formOn(dealId)));
    expect(outcome).toMatchObject(refused("list_price_changed"));
  });
});

it("takes effect by money for the home alone, whatever else was paid on it", async () => {
  const office = await givenOffice();
  const dealId = await givenSigned(office);
  const amount = fen(5_000_000);
  const taken = (purse: "AGENCY" | "HOUSE", paid = amount) =>
    takePayment(office.desk.CASHIER, {
      ...{ key: newId(), bankReference: newId(), sellerId: office.project.sellerId, method: "TRANSFER" as const },
      ...{ accountId: office.project.supervisedAccountId, receivedOn: TODAY, payerName: "王小明", amount: paid },
      receipts: [{ dealId, amount: paid, purse }],
    });
  expect((await taken("AGENCY")).effectiveDealIds).toEqual([]);
  expect((await taken("HOUSE", fen(4_999_999))).effectiveDealIds).toEqual([]);
  expect((await taken("HOUSE", fen(1))).effectiveDealIds).toEqual([dealId]);
  await taken("AGENCY", fen(107_400_000));
  expect(await attempt(signContract(office.desk.CLERK, await contractOf(dealId)))).toMatchObject({
    refusal: { code: "first_payment_not_receipted", params: { missing: 107_400_000 } },
  });
});

describe("the contract", () => {
  it("waits for money, papers and time", async () => {
    const office = await givenOffice();
    const dealId = await givenReserved(office);
    const { CLERK } = office.desk;
    expect(await attempt(signContract(CLERK, await contractOf(dealId)))).toMatchObject({
      refusal: { code: "first_payment_not_receipted", params: { missing: 107_400_000 } },
    });
    await firstPaymentPaid(office, dealId);
    const thin = { ...(await contractOf(dealId)), papers: ["IDENTITY" as const] };
    expect(await attempt(signContract(CLERK, thin))).toMatchObject(refused("checklist_incomplete"));
    const late = { ...CLERK, now: hoursAfter(NOW, 24 * 8) };
    expect(await attempt(signContract(late, await contractOf(dealId)))).toMatchObject(refused("past_sign_by"));
    await signContract(CLERK, await contractOf(dealId));
    expect(await attempt(signContract(CLERK, await contractOf(dealId)))).toMatchObject(refused("asked_already"));
  });
});

it("schedules every price to the fen, whatever the plan and discounts", async () => {
  const office = await givenOffice({ settings: { holdCapPerConsultant: 999 } });
  const plan = fc.record({
    down: fc.integer({ min: 100_000, max: 900_000 }),
    second: fc.integer({ min: 0, max: 90_000 }),
    loan: fc.boolean(),
    earnestCounts: fc.boolean(),
  });
  const scheme = fc.record({
    ppm: fc.integer({ min: 960_000, max: 1_000_000 }),
    off: fc.integer({ min: 1, max: 3_000_000 }),
  });
  await fc.assert(
    fc.asyncProperty(plan, scheme, fc.integer({ min: 1_000_000, max: 20_000_000 }), async (asked, cut, earnestFen) => {
      const unit = await givenUnit(office.project);
      const { id: planId } = await givenPlan(office.project, {}, [
        { item: "首付", dueEvent: "CONTRACT", share: "PERCENT", ppm: asked.down, earnestCounts: asked.earnestCounts },
        { item: "二期", dueEvent: "CONTRACT", dueDays: 60, share: "AMOUNT", amountFen: BigInt(asked.second * 100 + 1) },
        { item: "尾款", dueEvent: "LOAN_APPROVAL", share: "REMAINDER", loan: asked.loan },
      ]);
      const { id: schemeId } = await givenScheme(office.project, {}, [
        { name: "折", kind: "MULTIPLY", ppm: cut.ppm },
        { name: "减", kind: "TOTAL_OFF", amountFen: BigInt(cut.off) },
      ]);
      const dealId = await givenHold({ ...office, unit });
      const input = await draftOf(office, dealId, { planId, schemeIds: [schemeId], earnestFen });
      await draftSubscription(office.desk.CONSULTANT, input);
      await confirmUnit(office.desk.CONTROLLER, await formOn(dealId));
      await signSubscription(office.desk.MANAGER, await formOn(dealId));
      const { dealFen } = await db.subscription.findUniqueOrThrow({ where: { dealId } });
      const lines = await db.receivable.findMany({ where: { dealId } });
      expect(lines.reduce((sum, line) => sum + line.amountFen, 0n)).toBe(dealFen);
      expect(lines.every(({ amountFen }) => amountFen > 0n)).toBe(true);
    }),
    { numRuns: 25 },
  );
});
