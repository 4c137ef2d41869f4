import type { ApprovalKind } from "../approval";
import { SETTING_GROUPS, type SettingKey } from "../setting";

/** The settings that each screen names beside what they rule, with their value, since when and by whom. */
export const SCREEN_SETTINGS = {
  claimFromPool: ["ownershipDays", "duplicatePhone", "duplicateName"],
  hold: ["holdHours", "holdCapPerConsultant", "holdExtensions", "holdNoticeHours"],
  holdByController: ["holdHours", "holdHoursByController", "holdExtensions", "holdNoticeHours"],
  withholding: ["withholdDays", "withholdCap"],
  quotation: [
    ...(["discountOrder", "priceRounding", "priceRoundingYuan"] as const),
    ...(["loanRatePpm", "providentRatePpm", "loanYears", "loanStepYuan"] as const),
    ...SETTING_GROUPS.costs,
  ],
  draft: [
    ...(["eligibilityGuard", "filedPriceGuard", "filedBandLowerPpm"] as const),
    ...(["consultantDepthPpm", "managerDepthPpm", "directorDepthPpm", "discountSecondYuan", "approvalHours"] as const),
    ...(["earnestYuan", "earnestLimitPpm", "payByHours", "signByDays"] as const),
  ],
  contract: [
    ...(["signByDays", "signByExtensions", "mortgagedUnitGuard", "filingDays", "areaTolerancePpm"] as const),
    ...(["demandMonths", "penaltyLimitPpm", "fundGuard", "deedTaxGuard", "titleDays"] as const),
  ],
  cashier: ["permitGuard", "supervisedAccountGuard"],
  schedule: ["lateFeeDailyPpm", "lateFeeGraceDays"],
  prices: ["filedPriceGuard", "filedBandLowerPpm"],
  erasure: ["retentionMonths"],
  releases: ["permitGuard", "onePriceGuard", "filedPriceGuard", "filedBandLowerPpm"],
  messages: [
    ...(["quietFromHour", "quietUntilHour", "messagesPerDay"] as const),
    ...(["dueNoticeDays", "overdueNoticeEveryDays"] as const),
  ],
} as const satisfies Record<string, readonly SettingKey[]>;

/** Those that rule a request, where it is decided. */
export const APPROVAL_SETTINGS: Partial<Record<ApprovalKind, readonly SettingKey[]>> = {
  SPECIAL_DISCOUNT: ["managerDepthPpm", "directorDepthPpm", "discountSecondYuan", "approvalHours"],
  SIGN_BY_EXTENSION: ["signByDays", "signByExtensions"],
  CONTRACT: ["signByDays", "filingDays"],
  PRICE_LIST: SCREEN_SETTINGS.prices,
  RELEASE_BATCH: SCREEN_SETTINGS.releases,
  ERASURE: SCREEN_SETTINGS.erasure,
};

/** Those by which something is late, where it is listed as an alert. */
export const ALERT_SETTINGS = {
  UNSIGNED: ["signByDays", "signByExtensions"],
  OVERDUE: ["lateFeeDailyPpm", "lateFeeGraceDays", "demandMonths"],
  HOLDS_EXPIRING: ["holdHours", "holdNoticeHours"],
  RELEASES_BLOCKED: SCREEN_SETTINGS.releases,
  UNFILED: ["filingDays"],
  UNPUBLISHED: ["publishDays"],
} as const satisfies Record<string, readonly SettingKey[]>;
