import type { Definition } from "./definition";

const GUARD = { type: "choice", choices: ["FORBID", "WARN"], initial: "FORBID" } as const;

/** What the law asks, dated and cited; a city may be stricter. */
export const LEGAL = {
  earnestLimitPpm: { type: "number", unit: "ppm", initial: 200_000, min: 0, max: 200_000, source: "民法典 第586条" },
  permitGuard: { ...GUARD, source: "城市商品房预售管理办法 第6条" },
  filedPriceGuard: { ...GUARD, source: "商品房销售明码标价规定 第6条" },
  filedBandLowerPpm: { type: "number", unit: "ppm", initial: 0, min: 0, max: 1_000_000, source: "各地备案价管理" },
  mortgagedUnitGuard: { ...GUARD, source: "民法典 第406条" },
  supervisedAccountGuard: { ...GUARD, source: "城市商品房预售管理办法 第11条" },
  filingDays: {
    type: "number",
    unit: "days",
    initial: 30,
    min: 1,
    max: 90,
    source: "城市房地产开发经营管理条例 第26条",
  },
  demandMonths: {
    type: "number",
    unit: "months",
    initial: 3,
    min: 1,
    max: 12,
    source: "商品房买卖合同司法解释 第11条",
  },
  areaTolerancePpm: {
    type: "number",
    unit: "ppm",
    initial: 30_000,
    min: 0,
    max: 100_000,
    source: "商品房销售管理办法 第20条",
  },
  titleDays: { type: "number", unit: "days", initial: 90, min: 1, max: 720, source: "商品房买卖合同司法解释 第14条" },
} as const satisfies Record<string, Definition>;
