import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centiares } from "~/domain/area";
import { day } from "~/domain/calendar";
import { fen, sumFen, yuan } from "~/domain/money";
import { HOME_ORDERS, type Purchase, purchaseCosts, usualHomeOrder } from "~/domain/purchase-costs";
import { settingsOn } from "~/domain/setting";

const SETTINGS = settingsOn([], day("2026-03-02"));
const HOME: Purchase = { price: yuan(3_270_000), gross: centiares(8_950), use: "RESIDENCE", homeOrder: "FIRST" };
const costsOf = (over: Partial<Purchase> = {}) => purchaseCosts({ ...HOME, ...over }, SETTINGS);
const amounts = (over: Partial<Purchase>) =>
  Object.fromEntries(costsOf(over).lines.map(({ kind, amount }) => [kind, amount]));

describe("deed tax", () => {
  it.each([
    ["FIRST", 14_000, "FIRST_SMALL", 10_000, 3_000_000],
    ["FIRST", 14_001, "FIRST_LARGE", 15_000, 4_500_000],
    ["SECOND", 14_000, "SECOND_SMALL", 10_000, 3_000_000],
    ["SECOND", 14_001, "SECOND_LARGE", 20_000, 6_000_000],
    ["FURTHER", 14_000, "FURTHER", 30_000, 9_000_000],
    ["FURTHER", 14_001, "FURTHER", 30_000, 9_000_000],
  ] as const)("of a %s home of %i centiares", (homeOrder, gross, because, rate, amount) => {
    const { homeOrder: said, net, lines } = costsOf({ homeOrder, gross: centiares(gross) });
    expect([said, net]).toEqual([homeOrder, 300_000_000]);
    expect(lines[0]).toEqual({ kind: "DEED_TAX", because, limit: 14_000, base: net, rate, amount });
  });

  it.each(["SHOP", "OFFICE", "PARKING", "STORAGE"] as const)("of a %s, whichever home the family has", (use) => {
    for (const homeOrder of HOME_ORDERS) {
      const { lines, homeOrder: said } = costsOf({ use, homeOrder });
      expect(said).toBeNull();
      expect(lines[0]).toMatchObject({ because: "OTHER", rate: 30_000, amount: 9_000_000 });
    }
  });

  it("counts by the price without VAT, a half fen up", () => {
    // 1 000 000.00 ÷ 1.09 = 917 431.192 6…; 1 % of 917 431.19 = 9 174.311 9.
    expect(costsOf({ price: yuan(1_000_000) })).toMatchObject({
      net: 91_743_119,
      lines: [{ amount: 917_431 }, {}, {}],
    });
    // 54.50 ÷ 1.09 = 50.00; 1 % = 0.50. 0.55 ÷ 1.09 = 0.504…: 0.50, of which 1 % is half a fen.
    expect(costsOf({ price: fen(5_450) }).lines[0]).toMatchObject({ base: 5_000, amount: 50 });
    expect(costsOf({ price: fen(55) }).lines[0]).toMatchObject({ base: 50, amount: 1 });
  });
});

it("asks a home for no stamp duty, and every use for its fund and fee", () => {
  const fund = 895_000;
  expect(amounts({})).toEqual({ DEED_TAX: 3_000_000, MAINTENANCE_FUND: fund, REGISTRATION_FEE: 8_000 });
  const other = { DEED_TAX: 9_000_000, STAMP_DUTY: 150_000, MAINTENANCE_FUND: fund };
  expect(amounts({ use: "SHOP" })).toEqual({ ...other, REGISTRATION_FEE: 55_000 });
  expect(amounts({ use: "OFFICE" })).toEqual({ ...other, REGISTRATION_FEE: 55_000 });
  expect(amounts({ use: "PARKING" })).toEqual({ ...other, REGISTRATION_FEE: 8_000 });
  expect(amounts({ use: "STORAGE" })).toEqual({ ...other, REGISTRATION_FEE: 8_000 });
});

it("follows the settings, each where it acts", () => {
  const settings = { ...SETTINGS, vatPpm: 50_000, deedTaxAreaLimit: 90, deedTaxFirstSmallPpm: 7_500 };
  const price = yuan(2_100_000);
  const small = purchaseCosts({ ...HOME, price, gross: centiares(9_000) }, settings);
  expect(small.lines[0]).toMatchObject({ base: yuan(2_000_000), rate: 7_500, amount: yuan(15_000) });
  const large = purchaseCosts({ ...HOME, price, gross: centiares(9_001) }, { ...settings, maintenanceFundYuan: 65 });
  expect(large.lines[0]).toMatchObject({ because: "FIRST_LARGE", limit: 9_000 });
  // 90.01 ㎡ × 65 yuan.
  expect(large.lines[1]).toMatchObject({ kind: "MAINTENANCE_FUND", amount: 585_065 });
});

it("sums its lines, and every line is at least nothing", () => {
  const purchase = fc.record({
    price: fc.integer({ min: 1, max: 100_000_000_000 }).map(fen),
    gross: fc.integer({ min: 0, max: 10_000_000 }).map(centiares),
    use: fc.constantFrom("RESIDENCE", "SHOP", "OFFICE", "PARKING", "STORAGE"),
    homeOrder: fc.constantFrom(...HOME_ORDERS),
  });
  fc.assert(
    fc.property(purchase, (asked) => {
      const { lines, total, net } = purchaseCosts(asked, SETTINGS);
      expect(total).toBe(sumFen(lines.map(({ amount }) => amount)));
      expect(lines.every(({ amount }) => amount >= 0)).toBe(true);
      expect(Math.abs(net * 1.09 - asked.price)).toBeLessThanOrEqual(1);
    }),
  );
});

it.each([
  [true, "FIRST"],
  [false, "SECOND"],
  [null, "FIRST"],
] as const)("takes a customer whose first home it is: %s for the %s", (firstHome, order) => {
  expect(usualHomeOrder(firstHome)).toBe(order);
});
