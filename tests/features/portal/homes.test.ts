import { afterAll, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { idNumberColumns } from "~/features/customers/id-number-at-rest.server";
import { releaseHold } from "~/features/deals/release-hold.server";
import { getHome } from "~/features/portal/get-home.server";
import { listHomes } from "~/features/portal/list-homes.server";
import { nextDueOf } from "~/features/portal/payments";
import { printOwnPaper } from "~/features/portal/print-own-paper.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import type { BuyerCtx } from "~/platform/session.server";
import { givenCustomer, NOW, refused } from "../../support/given";
import { givenIdNumber } from "../../support/given-visitor";
import { textOfPdf } from "../../support/pdf-text";
import {
  formOn,
  givenContract,
  givenDraft,
  givenHold,
  givenOffice,
  givenReserved,
  givenSigned,
} from "../../support/sell";

afterAll(() => closeDb());

const PORTAL = "https://sales.example.com/portal";

/** A person signed in as a buyer. */
async function asBuyer(personId: string, now = NOW): Promise<BuyerCtx> {
  const user = await db.user.create({ data: { personId, name: "王小明", createdAt: NOW } });
  const caller = { actorId: user.id, actorName: user.name, personId, sessionId: null, requestId: newId(), now };
  return { ...caller, locale: "zh-CN" };
}

it("shows a buyer their home with price, schedule, receipts and way", async () => {
  const office = await givenOffice();
  const dealId = await givenContract(office);
  const buyer = await asBuyer(office.buyer.personId);
  const home = await getHome(buyer, dealId);
  expect(home?.price?.price).toBe(372_400_000);
  expect(home?.totals.owed).toBe(372_400_000);
  expect(home?.receipts).toHaveLength(2);
  expect(home?.way.map(({ done }) => done)).toEqual([true, true, false, false, false]);
  expect(await listHomes(buyer)).toMatchObject([{ id: dealId, live: true, stage: "CONTRACTED" }]);
});

it("lets nothing of the staff's through: no floor price, no notes, no reasons", async () => {
  const office = await givenOffice({
    unit: { floorFen: 333_333_333n, note: "老板亲戚的房子", filedFen: 399_999_999n },
  });
  const dealId = await givenReserved(office);
  await db.projectCustomer.update({ where: { id: office.buyer.id }, data: { note: "爱砍价", grade: "A" } });
  await db.deal.update({ where: { id: dealId }, data: { holdReason: "内部保留" } });
  const buyer = await asBuyer(office.buyer.personId);
  const sent = JSON.stringify([await getHome(buyer, dealId), await listHomes(buyer)], (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  for (const secret of [
    "333333333",
    "3333333.33",
    "399999999",
    "老板",
    "爱砍价",
    "内部保留",
    "名下无房",
    "floor",
    "approval",
  ]) {
    expect(sent).not.toContain(secret);
  }
  expect(sent).not.toMatch(/grade|note|reason|eligib|schemeId|consultantId|actorId/i);
});

it("shows nobody else's home and prints nobody else's papers", async () => {
  const office = await givenOffice();
  const dealId = await givenReserved(office);
  const { id: receiptId } = await db.receipt.findFirstOrThrow({ where: { dealId } });
  const stranger = await asBuyer((await givenCustomer(office.project, null)).personId);
  expect(await getHome(stranger, dealId)).toBeNull();
  expect(await listHomes(stranger)).toEqual([]);
  for (const paper of ["subscription", "contract", { receiptId }] as const) {
    expect(await attempt(printOwnPaper(stranger, dealId, paper, PORTAL))).toMatchObject(refused("not_found"));
  }
  expect(await getHome(await asBuyer(office.buyer.personId), newId())).toBeNull();
});

it("shows a home to every buyer whom the deal names", async () => {
  const office = await givenOffice();
  const dealId = await givenReserved(office);
  const spouse = await givenCustomer(office.project, null, "李梅");
  await db.dealBuyer.create({ data: { dealId, personId: spouse.personId, position: 2 } });
  expect((await getHome(await asBuyer(spouse.personId), dealId))?.id).toBe(dealId);
});

it("says no price and prints no paper before the office has signed", async () => {
  const office = await givenOffice();
  const dealId = await givenDraft(office);
  const buyer = await asBuyer(office.buyer.personId);
  expect(await getHome(buyer, dealId)).toMatchObject({ price: null, subscription: null, lines: [] });
  expect(await attempt(printOwnPaper(buyer, dealId, "subscription", PORTAL))).toMatchObject(refused("not_found"));
});

it("gives a buyer their own papers with ID numbers masked", async () => {
  const office = await givenOffice();
  const idNumber = givenIdNumber(77);
  const { personId } = office.buyer;
  await db.person.update({ where: { id: personId }, data: idNumberColumns(personId, idNumber) });
  const dealId = await givenSigned(office);
  const paper = await printOwnPaper(await asBuyer(personId), dealId, "subscription", PORTAL);
  expect(textOfPdf(paper.bytes)).toContain("商品房认购书");
  expect(textOfPdf(paper.bytes)).not.toContain(idNumber);
});

it("explains lateness by its days", async () => {
  const office = await givenOffice();
  const dealId = await givenReserved(office);
  await db.receivable.updateMany({ where: { dealId, dueEvent: "CONTRACT" }, data: { dueOn: new Date("2026-03-02") } });
  const later = await asBuyer(office.buyer.personId, new Date("2026-03-12T02:00:00Z"));
  const home = await getHome(later, dealId);
  const late = home?.lines.find(({ late: { fee } }) => fee > 0);
  expect(late?.late.spans).toEqual([
    { from: day("2026-03-03"), to: day("2026-03-12"), days: 10, open: late?.open, rate: 100 },
  ]);
  expect(home?.totals.lateFee).toBe(late?.late.fee);
});

it("keeps an ended deal in sight, as ended", async () => {
  const office = await givenOffice();
  const dealId = await givenHold(office);
  const { CONSULTANT } = office.desk;
  await releaseHold(CONSULTANT, { ...(await formOn(dealId)), reason: "客户放弃" });
  const buyer = await asBuyer(office.buyer.personId);
  expect(await getHome(buyer, dealId)).toMatchObject({ live: false, stage: "VOIDED", nextDue: null });
  expect(await listHomes(buyer)).toMatchObject([{ id: dealId, live: false }]);
});

it("finds what the buyer pays next: dated, open, out of their own pocket", () => {
  const line = (item: string, dueOn: string | null, open: number, loan = false) => ({
    item,
    dueOn: dueOn === null ? null : day(dueOn),
    open: fen(open),
    overdueDays: 0,
    loan,
  });
  const lines = [
    line("尾款", "2026-06-01", 5),
    line("首付", "2026-04-01", 3),
    line("定金", "2026-03-01", 0),
    line("按揭", "2026-03-15", 9, true),
    line("交房款", null, 2),
  ];
  expect(nextDueOf(lines)).toMatchObject({ item: "首付", open: 3 });
  expect(nextDueOf([line("按揭", "2026-03-15", 9, true)])).toBeNull();
});
