import { afterAll, expect, it } from "vitest";
import { day, hoursAfter } from "~/domain/calendar";
import { expireHolds } from "~/features/deals/expire-holds.server";
import { fileContract } from "~/features/deals/file-contract.server";
import { recordFiling } from "~/features/deals/record-filing.server";
import { signContract } from "~/features/deals/sign-contract.server";
import { getUnit } from "~/features/units/get-unit.server";
import { closeDb, db } from "~/platform/db.server";
import { NOW } from "../../support/given";
import {
  answer,
  contractOf,
  firstPaymentPaid,
  formOn,
  givenOffice,
  givenReserved,
  givenSigned,
  pay,
} from "../../support/sell";

afterAll(closeDb);

// 3 800 000 × 0.98, no special discount; earnest money 50 000, then 30 % less it, then the loan in whole 10 000 yuan.
const PRICE = 372_400_000;

async function factsOf(dealId: string) {
  const rows = await db.fact.groupBy({ by: ["kind"], where: { dealId }, _sum: { sign: true } });
  return Object.fromEntries(rows.map(({ kind, _sum }) => [kind, _sum.sign]));
}

it("sells a home from hold to record, with every figure in its place", async () => {
  const office = await givenOffice();
  const { desk, unit } = office;
  const dealId = await givenSigned(office);
  const signed = await db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { subscription: true } });
  expect(signed).toMatchObject({
    stage: "HELD",
    holdUntil: hoursAfter(NOW, 24),
    subscription: { payBy: hoursAfter(NOW, 24) },
  });
  const schedule = await db.receivable.findMany({ where: { dealId }, orderBy: { position: "asc" } });
  expect(schedule.map(({ item, amountFen }) => [item, Number(amountFen)])).toEqual([
    ["定金", 5_000_000],
    ["首付款", 107_400_000],
    ["按揭贷款", 260_000_000],
  ]);
  expect(await factsOf(dealId)).toEqual({ HOLD: 1 });

  const reserved = await givenReservedFrom(office, dealId);
  expect(reserved).toMatchObject({ stage: "RESERVED", subscription: { signBy: new Date("2026-03-09") } });
  expect(await factsOf(dealId)).toMatchObject({ HOLD: 0, SUBSCRIPTION: 1 });

  await firstPaymentPaid(office, dealId);
  await signContract(desk.CLERK, await contractOf(dealId));
  expect((await db.deal.findUniqueOrThrow({ where: { id: dealId } })).stage).toBe("RESERVED");
  await answer(desk.MANAGER, dealId);
  const contract = await db.contract.findUniqueOrThrow({ where: { dealId } });
  expect(contract).toMatchObject({ areaBasis: "GROSS", priceFen: BigInt(PRICE), preparedById: desk.CLERK.actorId });
  expect(contract.approvedById).toBe(desk.MANAGER.actorId);
  // 3 724 000 yuan ÷ 89.50 ㎡, in 1/100 fen
  expect(contract.unitCentifen).toBe(416_089_385n);
  expect(await factsOf(dealId)).toMatchObject({ SUBSCRIPTION: 1, CONTRACT: 1 });

  await fileContract(desk.CLERK, { ...(await formOn(dealId)), number: `WQ-${dealId}`, on: day("2026-03-02") });
  expect((await getUnit(desk.CONSULTANT, unit.id)).saleState).toBe("FILED");
  await recordFiling(desk.CLERK, { ...(await formOn(dealId)), number: `BA-${dealId}`, on: day("2026-03-02") });
  expect(await db.filing.findUniqueOrThrow({ where: { dealId } })).toMatchObject({ state: "RECORDED" });
  const trail = await db.auditEntry.findMany({ where: { subject: `deal:${dealId}` }, orderBy: { seq: "asc" } });
  expect(trail.map(({ action }) => action)).toEqual([
    "hold.placed",
    "subscription.drafted",
    "subscription.unit_confirmed",
    "subscription.signed",
    "schedule.created",
    "subscription.took_effect",
    "contract.asked",
    "schedule.dated",
    "contract.signed",
    "filing.filed",
    "filing.recorded",
  ]);
});

it("voids a signed subscription that nobody pays, and takes its schedule back", async () => {
  const office = await givenOffice();
  const dealId = await givenSigned(office);

  expect(await expireHolds(hoursAfter(NOW, 23.99))).toBe(0);
  expect(await expireHolds(hoursAfter(NOW, 24))).toBe(1);

  expect(await db.deal.findUniqueOrThrow({ where: { id: dealId } })).toMatchObject({
    stage: "VOIDED",
    endReason: "TIME_UP",
  });
  expect(await db.receivable.count({ where: { dealId, voidedAt: null } })).toBe(0);
  expect(await factsOf(dealId)).toEqual({ HOLD: 0, HOLD_ENDED: 1 });
  expect((await getUnit(office.desk.CONSULTANT, office.unit.id)).saleState).toBe("AVAILABLE");
});

async function givenReservedFrom(office: Awaited<ReturnType<typeof givenOffice>>, dealId: string) {
  await pay(office, dealId, 2_000_000);
  expect((await db.deal.findUniqueOrThrow({ where: { id: dealId } })).stage).toBe("HELD");
  await pay(office, dealId, 3_000_000);
  return db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { subscription: true } });
}

it("keeps an unpaid hold's unit for nobody else while the money is coming", async () => {
  const office = await givenOffice();
  const dealId = await givenReserved(office);
  expect(await expireHolds(hoursAfter(NOW, 1_000))).toBe(0);
  expect((await db.deal.findUniqueOrThrow({ where: { id: dealId } })).stage).toBe("RESERVED");
});
