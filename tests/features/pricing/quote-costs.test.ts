import { afterAll, expect, it } from "vitest";
import { addDays } from "~/domain/calendar";
import { settingsOn } from "~/domain/setting";
import { quoteUnit } from "~/features/pricing/quote-unit.server";
import { readQuoteWish } from "~/features/pricing/quote-wish";
import { settingRows } from "~/features/projects/list-settings.server";
import { setSetting } from "~/features/projects/set-setting.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asCompany } from "../../support/as-company";
import { asStaff, type GivenProject, givenCustomer, givenProject, givenUnit, NOW, TODAY } from "../../support/given";
import { givenPlan } from "../../support/sell";

afterAll(closeDb);

const PRICES = { listFen: 327_000_000n, floorFen: 300_000_000n };
const DAY_MS = 86_400_000;
const wish = (asked: Record<string, string> = {}) => readQuoteWish(new URLSearchParams(asked));

async function given() {
  const project = await givenProject();
  return { project, seller: await asStaff("CONSULTANT", project) };
}

/** The seller with what is set at the project, so many days from now. */
async function inDays(seller: Awaited<ReturnType<typeof asStaff>>, project: GivenProject, days: number) {
  const rows = await settingRows(await asCompany("ADMIN"), { scope: "PROJECT", id: project.id });
  const settings = settingsOn(rows, addDays(TODAY, days));
  return { ...seller, now: new Date(NOW.getTime() + days * DAY_MS), settings };
}

it("quotes taxes and fees beside the price, and the buyer's own money with them", async () => {
  const { project, seller } = await given();
  const unit = await givenUnit(project, PRICES);
  const plan = await givenPlan(project);
  const { price, costs } = await quoteUnit(seller, unit.id, wish({ plan: plan.id }));
  expect(price?.dealPrice).toBe(327_000_000);
  expect(costs).toMatchObject({ homeOrder: "FIRST", net: 300_000_000, total: 3_000_000 + 895_000 + 8_000 });
  // 30 % down of 3 270 000; the loan is whole ten thousands: 2 280 000.
  expect(costs).toMatchObject({ own: 99_000_000, cash: 99_000_000 + 3_903_000 });
  expect((await quoteUnit(seller, unit.id, wish())).costs).toMatchObject({ own: null, cash: null });
});

it("asks which home of the family it is, and knows it of a customer of the seller's own", async () => {
  const { project, seller } = await given();
  const unit = await givenUnit(project, { grossCentiares: 14_001 });
  const mine = await givenCustomer(project, seller);
  const theirs = await givenCustomer(project, await asStaff("CONSULTANT", project));
  await db.projectCustomer.updateMany({ where: { projectId: project.id }, data: { firstHome: false } });
  const caseOf = async (asked: Record<string, string>) => {
    const { costs, wish: answered } = await quoteUnit(seller, unit.id, wish(asked));
    const [deedTax] = costs?.lines ?? [];
    expect(costs?.homeOrder).toBe(answered.homeOrder);
    return deedTax?.kind === "DEED_TAX" ? [deedTax.because, deedTax.rate] : [];
  };
  expect(await caseOf({})).toEqual(["FIRST_LARGE", 15_000]);
  expect(await caseOf({ home: "SECOND" })).toEqual(["SECOND_LARGE", 20_000]);
  expect(await caseOf({ home: "FURTHER" })).toEqual(["FURTHER", 30_000]);
  expect(await caseOf({ home: "NINTH" })).toEqual(["FIRST_LARGE", 15_000]);
  expect(await caseOf({ customer: mine.id })).toEqual(["SECOND_LARGE", 20_000]);
  expect(await caseOf({ customer: mine.id, home: "FIRST" })).toEqual(["FIRST_LARGE", 15_000]);
  for (const customer of [theirs.id, newId(), "nobody"])
    expect(await caseOf({ customer })).toEqual(["FIRST_LARGE", 15_000]);
});

it("counts by the settings in force on the day of the quotation", async () => {
  const { project, seller } = await given();
  const unit = await givenUnit(project, PRICES);
  const admin = await asCompany("ADMIN");
  const place = { scope: "PROJECT" as const, id: project.id };
  const from = addDays(TODAY, 10);
  const source = "市住建局通知 3 号";
  await setSetting(admin, { key: newId(), setting: "maintenanceFundYuan", place, value: "65", from, source });
  await setSetting(admin, { key: newId(), setting: "deedTaxFirstSmallPpm", place, value: "0.5", from, source });
  const totalIn = async (days: number) =>
    (await quoteUnit(await inDays(seller, project, days), unit.id, wish())).costs?.total;
  expect(await totalIn(9)).toBe(3_000_000 + 895_000 + 8_000);
  expect(await totalIn(10)).toBe(1_500_000 + 581_750 + 8_000);
});

it("quotes a shop as no home", async () => {
  const { project, seller } = await given();
  const shop = await givenUnit(project, { use: "SHOP", ...PRICES });
  const { costs } = await quoteUnit(seller, shop.id, wish({ home: "FIRST" }));
  expect(costs?.homeOrder).toBeNull();
  expect(costs?.lines.map(({ kind }) => kind)).toEqual([
    "DEED_TAX",
    "STAMP_DUTY",
    "MAINTENANCE_FUND",
    "REGISTRATION_FEE",
  ]);
  expect(costs?.total).toBe(9_000_000 + 150_000 + 895_000 + 55_000);
});
