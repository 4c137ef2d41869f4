import type { SettingKey } from "~/domain/setting";
import type { NextStep } from "./next-step";

/** The settings that rule the step which comes next. */
export const STEP_SETTINGS: Partial<Record<NextStep["action"], readonly SettingKey[]>> = {
  DRAFT: ["earnestYuan", "earnestLimitPpm"],
  SIGN: ["payByHours"],
  TAKE_EARNEST: ["payByHours", "signByDays"],
  TAKE_FIRST: ["signByDays"],
  CONTRACT: ["signByDays", "filingDays"],
  EXTEND_SIGN_BY: ["signByDays", "signByExtensions"],
  FILE: ["filingDays"],
};
