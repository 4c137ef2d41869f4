import type { calendarDayKind as kinds, calendar as zh } from "../zh-CN/calendar";

export const calendar: Record<keyof typeof zh, string> = {
  title: "Working calendar",
  lead: "Due dates and signing dates that fall on a rest day move to the next working day (Civil Code, art. 203). Weekends are free unless worked; holidays and worked weekends are here.",
  year: "Year",
  day: "Day",
  kind: "Kind",
  name: "Name",
  nameHint: "E.g. National Day",
  source: "Source",
  sourceHint: "E.g. number of the State Council's notice, company notice",
  by: "Entered by",
  state: "State Council",
  empty: "No holidays on record for this year",
  noneYet:
    "The holidays of {year} are not entered yet: due dates avoid weekends only. Enter them below once they are announced.",
  set: "Add days off or worked days",
  standing: "Applies to dates made from now on: {dueDates} due dates and {signDates} signing dates already made stay.",
  from: "From",
  to: "To (inclusive)",
  save: "Save",
  saved: "{days} {days|day|days} saved.",
};

export const calendarDayKind: Record<keyof typeof kinds, string> = {
  REST: "Day off",
  WORK: "Worked weekend",
  ORDINARY: "As its weekday",
};
