import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  businessDay,
  type Day,
  day,
  dayIn,
  daysBetween,
  hoursAfter,
  isRestDay,
  laterDay,
  type Month,
  monthOf,
  monthPeriod,
  nextMonth,
  nextWorkingDay,
  parseDay,
  startOfDayIn,
  WEEKENDS_ONLY,
} from "~/domain/calendar";

// National Day 2026: 1 to 7 October off, Saturday 10 October worked instead.
const NATIONAL_DAY = {
  off: new Set(["01", "02", "05", "06", "07"].map((d) => day(`2026-10-${d}`))),
  worked: new Set([day("2026-10-10")]),
};

const days = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2090, 0, 1) / 86_400_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10) as Day);

describe("business days", () => {
  it.each([
    ["2026-03-02T15:59:59.999Z", "2026-03-02"],
    ["2026-03-02T16:00:00.000Z", "2026-03-03"],
  ])("%s is business day %s in Shanghai", (moment, expected) => {
    expect(dayIn("Asia/Shanghai", new Date(moment))).toBe(expected);
    expect(businessDay(new Date(moment))).toBe(expected);
  });

  it.each(["2026-02-30", "2026-13-01", "2026-1-1", "", "20260101", "2025-02-29"])("%s is no day", (text) => {
    expect(parseDay(text)).toBeNull();
    expect(() => day(text)).toThrow(RangeError);
  });

  it("begin at midnight where the office is", () => {
    expect(startOfDayIn("Asia/Shanghai", day("2026-03-02")).toISOString()).toBe("2026-03-01T16:00:00.000Z");
    expect(startOfDayIn("UTC", day("2026-03-02")).toISOString()).toBe("2026-03-02T00:00:00.000Z");
    fc.assert(fc.property(days, (on) => dayIn("Asia/Shanghai", startOfDayIn("Asia/Shanghai", on)) === on));
  });
});

describe("counting", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-03-31", 12, "2027-03-31"],
    ["2026-05-31", -6, "2025-11-30"],
  ] as const)("%s and %i months is %s", (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  it("adds and subtracts the same days", () => {
    expect(addDays(day("2028-02-28"), 2)).toBe("2028-03-01");
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (from, n) => daysBetween(from, addDays(from, n)) === n),
    );
  });

  it("knows months", () => {
    expect(monthOf(day("2026-03-02"))).toBe("2026-03");
    expect(monthPeriod("2028-02" as Month)).toEqual({ from: "2028-02-01", to: "2028-02-29" });
    expect(nextMonth("2026-12" as Month)).toBe("2027-01");
    expect(laterDay(day("2026-03-02"), day("2026-03-01"))).toBe("2026-03-02");
  });

  it("counts hours from a moment", () => {
    expect(hoursAfter(new Date("2026-03-01T20:00:00Z"), 24).toISOString()).toBe("2026-03-02T20:00:00.000Z");
  });
});

describe("rest days", () => {
  it.each([
    ["2026-10-01", true],
    ["2026-10-03", true],
    ["2026-10-08", false],
    ["2026-10-10", false],
    ["2026-10-11", true],
  ] as const)("%s rests: %s", (on, rests) => {
    expect(isRestDay(day(on), NATIONAL_DAY)).toBe(rests);
  });

  it.each([
    ["2026-10-01", "2026-10-08"],
    ["2026-10-08", "2026-10-08"],
    ["2026-10-10", "2026-10-10"],
    ["2026-10-11", "2026-10-12"],
  ] as const)("a term that ends on %s ends on %s", (on, expected) => {
    expect(nextWorkingDay(day(on), NATIONAL_DAY)).toBe(expected);
  });

  it("never ends a term on a rest day, nor before its day", () => {
    fc.assert(
      fc.property(days, (on) => {
        const end = nextWorkingDay(on, WEEKENDS_ONLY);
        return end >= on && daysBetween(on, end) <= 2 && !isRestDay(end, WEEKENDS_ONLY);
      }),
    );
  });
});
