import { describe, expect, it } from "vitest";
import {
  aboveFloor,
  approversFor,
  authorityOf,
  discountChain,
  NO_APPROVAL,
  priceHolds,
  withinAuthority,
  withinFiled,
} from "~/domain/authority";
import { fen, yuan } from "~/domain/money";
import { ppm } from "~/domain/rate";
import { answerOf } from "./refused";

describe("authority", () => {
  const TABLE = { CONSULTANT: ppm(0), MANAGER: ppm(10_000), DIRECTOR: ppm(30_000), GM: ppm(1_000_000) };
  const SCHEME = yuan(1_000_000);

  it.each([
    [["CONSULTANT"], 0],
    [["MANAGER"], 10_000],
    [["CONSULTANT", "DIRECTOR"], 30_000],
    [["GM"], 1_000_000],
    [["CASHIER"], 0],
    [[], 0],
  ] as const)("%j give %i ppm", (roles, expected) => {
    expect(authorityOf(roles, TABLE)).toBe(expected);
  });

  it.each([
    [1_000_000_00, 0, "allowed"],
    [999_999_99, 0, "discount_above_authority"],
    [990_000_00, 10_000, "allowed"],
    [989_999_99, 10_000, "discount_above_authority"],
    [1, 1_000_000, "allowed"],
  ] as const)("%i fen within %i ppm: %s", (deal, authority, expected) => {
    expect(answerOf(withinAuthority(SCHEME, fen(deal), ppm(authority)))).toBe(expected);
  });

  it("knows who may approve, the nearest first", () => {
    expect(approversFor(SCHEME, yuan(1_000_000), TABLE)).toEqual(["CONSULTANT", "MANAGER", "DIRECTOR", "GM"]);
    expect(approversFor(SCHEME, yuan(980_000), TABLE)).toEqual(["DIRECTOR", "GM"]);
    expect(approversFor(SCHEME, yuan(900_000), TABLE)).toEqual(["GM"]);
  });

  it.each([
    ["MANAGER", 20_000, ["MANAGER"]],
    ["MANAGER", 20_001, ["MANAGER", "DIRECTOR"]],
    ["DIRECTOR", 20_001, ["DIRECTOR", "GM"]],
    ["GM", 900_000, ["GM"]],
  ] as const)("of the %s is asked first for %d yuan off: %j", (nearest, off, chain) => {
    expect(discountChain(nearest, yuan(off), yuan(20_000))).toEqual(chain);
  });

  it("checks floor and filed band on the deal price, apart from the depth", () => {
    expect(answerOf(aboveFloor(yuan(9), yuan(10), false))).toBe("price_below_floor");
    expect(answerOf(aboveFloor(yuan(9), yuan(10), true))).toBe("allowed");
    expect(answerOf(aboveFloor(yuan(10), yuan(10), false))).toBe("allowed");
    expect(answerOf(aboveFloor(yuan(9), null, false))).toBe("allowed");
    expect(answerOf(withinFiled(yuan(11), yuan(10), null))).toBe("price_above_filed");
    expect(answerOf(withinFiled(yuan(10), yuan(10), yuan(10)))).toBe("allowed");
    expect(answerOf(withinFiled(yuan(8), yuan(10), yuan(9)))).toBe("price_below_filed_band");
    expect(answerOf(withinFiled(yuan(8), null, null))).toBe("allowed");
  });

  it("never tells the floor to whom it refuses", () => {
    const verdict = aboveFloor(yuan(9), yuan(10), false);
    expect(verdict.ok ? null : verdict.refusal.params).toBeUndefined();
  });

  it("asks all of it together, and an approval lifts what it covers", () => {
    const bounds = { schemePrice: SCHEME, floor: yuan(950_000), filed: yuan(1_050_000), filedLowest: yuan(900_000) };
    const ask = (deal: number, approval = NO_APPROVAL) =>
      answerOf(priceHolds(yuan(deal), bounds, ppm(10_000), approval));
    expect(ask(990_000)).toBe("allowed");
    expect(ask(980_000)).toBe("discount_above_authority");
    expect(ask(980_000, { depth: ppm(20_000), belowFloor: false })).toBe("allowed");
    expect(ask(940_000, { depth: ppm(60_000), belowFloor: false })).toBe("price_below_floor");
    expect(ask(940_000, { depth: ppm(60_000), belowFloor: true })).toBe("allowed");
    expect(ask(890_000, { depth: ppm(200_000), belowFloor: true })).toBe("price_below_filed_band");
    expect(ask(1_060_000)).toBe("price_above_filed");
    expect(ask(0)).toBe("price_not_positive");
  });
});
