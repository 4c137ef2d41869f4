import type { form as zh } from "../zh-CN/form";

export const form: Record<keyof typeof zh, string> = {
  amount: "Enter an amount in yuan, with at most two decimals",
  area: "Enter an area in ㎡, with at most two decimals",
  at_least: "Must not be below {min}",
  at_most: "Must not be above {max}",
  choose: "Please choose",
  mail: "Enter a whole mail address",
  daysReversed: "Must not lie before the first day",
  date: "Enter a date, e.g. 2026-03-02",
  errors_one: "1 entry needs a change",
  errors_many: "{count} entries need a change",
  id_number: "This ID number is not valid, please check it",
  invalid: "This entry is not valid, please check it",
  mobile: "Enter an 11-digit mobile number, or an international one starting with +",
  number: "Enter a number",
  percent: "Enter a percentage, e.g. 98.5",
  positive: "Must be above zero",
  required: "Please fill this in",
  too_long: "{max} characters at most",
  too_short: "{min} characters at least",
  whole: "Enter a whole number",
};
