import type { Definition } from "./definition";

/** Prices, discounts, authority and instalments. */
export const MONEY = {
  discountOrder: {
    type: "choice",
    choices: ["SUBTRACT_THEN_MULTIPLY", "MULTIPLY_THEN_SUBTRACT"],
    initial: "SUBTRACT_THEN_MULTIPLY",
    source: "行业惯例",
  },
  priceRounding: { type: "choice", choices: ["UP", "DOWN", "HALF_UP"], initial: "HALF_UP", source: "行业惯例" },
  priceRoundingYuan: { type: "number", unit: "yuan", initial: 1, min: 1, max: 1000, source: "行业惯例" },
  consultantDepthPpm: { type: "number", unit: "ppm", initial: 0, min: 0, max: 999_999, source: "公司授权" },
  managerDepthPpm: { type: "number", unit: "ppm", initial: 10_000, min: 0, max: 999_999, source: "公司授权" },
  directorDepthPpm: { type: "number", unit: "ppm", initial: 30_000, min: 0, max: 999_999, source: "公司授权" },
  approvalHours: { type: "number", unit: "hours", initial: 72, min: 1, max: 720, source: "公司授权" },
  earnestYuan: { type: "number", unit: "yuan", initial: 50_000, min: 1, max: 10_000_000, source: "行业惯例" },
  loanRatePpm: { type: "number", unit: "ppm", initial: 35_000, min: 1, max: 200_000, source: "贷款市场报价利率 (LPR)" },
  providentRatePpm: {
    type: "number",
    unit: "ppm",
    initial: 26_000,
    min: 1,
    max: 200_000,
    source: "中国人民银行公积金贷款利率",
  },
  loanYears: { type: "number", unit: "years", initial: 30, min: 1, max: 40, source: "银行惯例" },
  loanStepYuan: { type: "number", unit: "yuan", initial: 10_000, min: 1, max: 100_000, source: "银行惯例" },
  lateFeeDailyPpm: { type: "number", unit: "ppm", initial: 100, min: 0, max: 10_000, source: "合同约定" },
  lateFeeGraceDays: { type: "number", unit: "days", initial: 0, min: 0, max: 90, source: "合同约定" },
} as const satisfies Record<string, Definition>;
