import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOARD_LENSES, classOf, daysOnMarket, discountDepth, LENS_SCALES, lensReach } from "~/domain/board-lens";
import { addDays, day } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { permissionsOf, ROLES } from "~/domain/permission";

const TODAY = day("2026-03-02");

describe("days on market", () => {
  it("counts from the release to the sale, or to today", () => {
    expect(daysOnMarket(day("2026-02-01"), null, TODAY)).toBe(29);
    expect(daysOnMarket(day("2026-02-01"), day("2026-02-10"), TODAY)).toBe(9);
    expect(daysOnMarket(TODAY, null, TODAY)).toBe(0);
    expect(daysOnMarket(day("2024-02-28"), day("2024-03-01"), TODAY)).toBe(2);
  });

  it("knows nothing of a unit that is not on sale yet, or was sold before its release", () => {
    expect(daysOnMarket(null, null, TODAY)).toBeNull();
    expect(daysOnMarket(day("2026-03-03"), null, TODAY)).toBeNull();
    expect(daysOnMarket(day("2026-02-01"), day("2026-01-31"), TODAY)).toBeNull();
  });

  it("never runs on after the sale", () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), (untilSale, later) => {
        const sold = addDays(TODAY, untilSale);
        expect(daysOnMarket(TODAY, sold, addDays(sold, later))).toBe(untilSale);
      }),
    );
  });
});

describe("the depth of a discount", () => {
  it("is 1 − deal ÷ list in millionths, rounded half up", () => {
    expect(discountDepth(fen(380_000_000), fen(372_400_000))).toBe(20_000);
    expect(discountDepth(fen(3), fen(2))).toBe(333_333);
    expect(discountDepth(fen(3), fen(1))).toBe(666_667);
    expect(discountDepth(fen(2_000_000), fen(1_999_999))).toBe(1);
    expect(discountDepth(fen(2_000_001), fen(2_000_000))).toBe(0);
    expect(discountDepth(fen(100), fen(100))).toBe(0);
  });

  it("is below zero where a deal is dearer, and unknown without a list price", () => {
    expect(discountDepth(fen(100), fen(110))).toBe(-100_000);
    expect(discountDepth(fen(0), fen(100))).toBeNull();
  });
});

describe("the classes of a lens", () => {
  it.each([
    [0, 0],
    [30, 0],
    [31, 1],
    [365, 3],
    [366, 4],
  ])("puts %i days into class %i", (days, at) => expect(classOf(days, LENS_SCALES.days)).toBe(at));

  it("puts a deal above its list price with those of hardly any discount", () => {
    expect(classOf(-5, LENS_SCALES.depth)).toBe(0);
    expect(classOf(50_001, LENS_SCALES.depth)).toBe(4);
  });
});

it("opens a lens to whoever may read what it shows: deals only to those who read deals", () => {
  const reach = Object.fromEntries(
    ROLES.map((role) => [role, BOARD_LENSES.map((lens) => lensReach(permissionsOf([role]), lens)).join(" ")]),
  );
  expect(reach).toEqual({
    ...Object.fromEntries(ROLES.map((role) => [role, "scope scope scope"])),
    CONSULTANT: "scope own own",
    // Every unit, and no deals.
    ...Object.fromEntries(["RECEPTIONIST", "PLANNER", "ENGINEER", "ANALYST", "ADMIN"].map((role) => [role, "scope  "])),
    // No board at all.
    ...Object.fromEntries(["CHANNEL", "CONTRACTOR", "PROPERTY", "BUYER"].map((role) => [role, "  "])),
  });
});
