import type { calendarDayKind as kinds, calendar as zh } from "../zh-CN/calendar";

export const calendar: Record<keyof typeof zh, string> = {
  title: "Working calendar",
  lead: "Due dates and signing dates that fall on a rest day move to the next working day (Civil Code, art. 203). Weekends are free unless worked; holidays and worked weekends are here.",
  year: "Year",
  day: "Day",
  kind: "Kind",
  name: "Name",
  nameHint: "Such as: National Day",
  source: "Source",
  sourceHint: "Such as: number of the State Council's notice, notice of the company",
  by: "Entered by",
  state: "State Council",
  empty: "No holidays on record for this year",
  noneYet:
    "The holidays of {year} are not entered yet: dates avoid weekends only. Enter them below once they are announced.",
  set: "Enter days off or worked",
  standing:
    "Counts for dates made from now on: {dueDates} due dates and {signDates} signing dates that stand already stay.",
  from: "From",
  to: "To (that day too)",
  save: "Enter",
  saved: "{days} {days|day|days} entered.",
};

export const calendarDayKind: Record<keyof typeof kinds, string> = {
  REST: "Day off",
  WORK: "Worked weekend",
  ORDINARY: "As its weekday",
};
