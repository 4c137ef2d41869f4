import { describe, expect, it } from "vitest";
import { addDays, day, daysBetween, isRestDay, nextWorkingDay } from "~/domain/calendar";
import { daysFrom, holidayCalendar, STATE_HOLIDAYS } from "~/domain/state-holidays";

const calendar = holidayCalendar([]);
const said = (on: string, kind: "REST" | "WORK" | "ORDINARY", second: number) => ({
  on: day(on),
  kind,
  recordedAt: new Date(second * 1_000),
});

describe("the State's holidays", () => {
  it.each([
    ["2026-10-01", "2026-10-08"],
    ["2026-02-15", "2026-02-24"],
    ["2026-05-09", "2026-05-09"],
    ["2026-05-10", "2026-05-11"],
    ["2025-10-05", "2025-10-09"],
  ])("a term that ends on %s ends on %s", (on, end) => {
    expect(nextWorkingDay(day(on), calendar)).toBe(end);
  });

  it("have every worked day on a weekend outside the holiday, and end after they began", () => {
    for (const { from, to, worked } of STATE_HOLIDAYS) {
      expect(daysBetween(from, to)).toBeGreaterThanOrEqual(0);
      for (const on of worked) {
        expect([0, 6]).toContain(new Date(on).getUTCDay());
        expect(on < from || on > to).toBe(true);
        expect(isRestDay(on, calendar)).toBe(false);
      }
    }
  });
});

it("the office's latest word about a day counts, and ORDINARY gives it back to its weekday", () => {
  const set = [
    said("2026-03-04", "REST", 1),
    said("2026-03-07", "WORK", 2),
    said("2026-10-02", "ORDINARY", 3),
    said("2026-03-04", "ORDINARY", 5),
    said("2026-03-04", "REST", 4),
  ];
  const changed = holidayCalendar(set);
  const rests = (on: string) => isRestDay(day(on), changed);
  expect([rests("2026-03-04"), rests("2026-03-07"), rests("2026-10-02"), rests("2026-10-01")]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

it("counts the days from the first to the last", () => {
  expect(daysFrom(day("2026-02-27"), day("2026-03-01"))).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
  expect(daysFrom(day("2026-03-02"), addDays(day("2026-03-02"), -1))).toEqual([]);
});
