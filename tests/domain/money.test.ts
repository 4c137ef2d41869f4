import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centiares, centiaresFromSquareMetres, squareMetresFromCentiares, sumCentiares } from "~/domain/area";
import { decimalFromWhole, toHalfWidth, wholeFromDecimal } from "~/domain/decimal-text";
import {
  fen,
  fenFromYuan,
  maxFen,
  minFen,
  partOf,
  roundTo,
  shareOf,
  splitByWeights,
  sumFen,
  yuan,
  yuanFromFen,
} from "~/domain/money";
import { percentFromPpm, ppm, ppmFromPercent } from "~/domain/rate";
import { quotient } from "~/domain/rounding";
import { totalOf, unitPrice, unitPriceFromYuan, unitPriceOf, yuanFromUnitPrice } from "~/domain/unit-price";

const amounts = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }).map(fen);

describe("part of an amount", () => {
  it.each([
    [1, 500_000, "HALF_UP", 1],
    [1, 499_999, "HALF_UP", 0],
    [-1, 500_000, "HALF_UP", -1],
    [199, 500_000, "DOWN", 99],
    [-199, 500_000, "DOWN", -99],
    [1, 1, "UP", 1],
    [-1, 1, "UP", -1],
    [9_007_199_254_740_991, 1_000_000, "DOWN", 9_007_199_254_740_991],
  ] as const)("%i × %i ppm %s = %i fen", (amount, share, rounding, expected) => {
    expect(partOf(fen(amount), ppm(share), rounding)).toBe(expected);
  });

  it.each([
    [1_925_847_00, 10_000_00, "DOWN", 1_920_000_00],
    [1_925_847_00, 10_000_00, "UP", 1_930_000_00],
    [1_925_847_50, 1_00, "HALF_UP", 1_925_848_00],
    [1_920_000_00, 10_000_00, "UP", 1_920_000_00],
  ] as const)("%i in steps of %i %s = %i", (amount, step, rounding, expected) => {
    expect(roundTo(fen(amount), fen(step), rounding)).toBe(expected);
  });

  it("says what share one amount is of another", () => {
    expect(shareOf(fen(1), fen(3), "HALF_UP")).toBe(333_333);
    expect(shareOf(fen(2), fen(3), "HALF_UP")).toBe(666_667);
    expect(shareOf(fen(2), fen(3), "DOWN")).toBe(666_666);
  });

  it("refuses what is not whole or not exact", () => {
    expect(() => fen(0.5)).toThrow(RangeError);
    expect(() => fen(2 ** 53)).toThrow(RangeError);
    expect(() => ppm(0.1)).toThrow(RangeError);
    expect(() => centiares(1.5)).toThrow(RangeError);
    expect(() => unitPrice(0.5)).toThrow(RangeError);
    expect(() => partOf(fen(9_007_199_254_740_991), ppm(2_000_000), "DOWN")).toThrow(RangeError);
    expect(() => quotient(1n, 0n, "DOWN")).toThrow(RangeError);
    expect(Object.is(fen(-0), 0)).toBe(true);
  });

  it("sums, and takes the least and the greatest", () => {
    expect(sumFen([fen(1), fen(2), fen(-5)])).toBe(-2);
    expect(sumFen([])).toBe(0);
    expect(minFen(fen(3), fen(1), fen(2))).toBe(1);
    expect(maxFen(fen(3), fen(1), fen(4))).toBe(4);
    expect(yuan(12)).toBe(1200);
    expect(sumCentiares([centiares(8935), centiares(65)])).toBe(9000);
  });
});

describe("dividing by weights", () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [100, [500_000, 300_000, 200_000], [50, 30, 20]],
    [-100, [1, 2], [-33, -67]],
    [0, [1, 0], [0, 0]],
    [7, [0, 1], [0, 7]],
  ] as const)("%i by %j is %j", (amount, weights, expected) => {
    expect(splitByWeights(fen(amount), weights)).toEqual(expected);
  });

  it("keeps the sum, and each part within a fen of its due", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, weights, (amount, given) => {
        fc.pre(given.some((weight) => weight > 0));
        const parts = splitByWeights(amount, given);
        const whole = given.reduce((sum, weight) => sum + weight, 0);
        const near = parts.every((part, at) => {
          const off = BigInt(part) * BigInt(whole) - BigInt(amount) * BigInt(given[at] ?? 0);
          return off < BigInt(whole) && -off < BigInt(whole);
        });
        return sumFen(parts) === amount && near;
      }),
    );
  });

  it.each([[[]], [[0, 0]], [[2, -1]]])("refuses the weights %j", (weights) => {
    expect(() => splitByWeights(fen(1), weights)).toThrow(RangeError);
  });
});

describe("numbers as people write them", () => {
  it.each([
    ["1,680.32", 168_032],
    ["1680.3", 168_030],
    ["1680.", 168_000],
    ["1680.3200", 168_032],
    ["-12.5", -1_250],
    ["+12", 1_200],
    ["１，６８０．３２", 168_032],
    [" 0 ", 0],
    ["-0", 0],
    ["1680.325", null],
    ["16,80", null],
    ["", null],
    ["-", null],
    [".5", null],
    ["1e3", null],
    ["12 元", null],
    ["99999999999999999", null],
  ] as const)("%s yuan is %s fen", (text, expected) => {
    expect(fenFromYuan(text)).toBe(expected);
  });

  it("come back as they went", () => {
    fc.assert(fc.property(amounts, (amount) => fenFromYuan(yuanFromFen(amount)) === amount));
    expect(decimalFromWhole(-5, 2)).toBe("-0.05");
    expect(decimalFromWhole(5, 0)).toBe("5");
    expect(wholeFromDecimal("5", 0)).toBe(5);
    expect(toHalfWidth("２号楼　Ｂ座")).toBe("2号楼 B座");
  });

  it("are percentages, areas and unit prices too", () => {
    expect(ppmFromPercent("3.95")).toBe(39_500);
    expect(ppmFromPercent("3.95%")).toBe(39_500);
    expect(ppmFromPercent("0.00001")).toBeNull();
    expect(percentFromPpm(ppm(39_500))).toBe("3.95");
    expect(percentFromPpm(ppm(1_000_000))).toBe("100");
    expect(centiaresFromSquareMetres("89.35")).toBe(8_935);
    expect(squareMetresFromCentiares(centiares(8_935))).toBe("89.35");
    expect(unitPriceFromYuan("65154.91")).toBe(651_549_100);
    expect(yuanFromUnitPrice(unitPrice(651_549_100))).toBe("65154.91");
    expect(yuanFromUnitPrice(unitPrice(651_549_120))).toBe("65154.912");
    expect(yuanFromUnitPrice(unitPrice(651_540_000))).toBe("65154.00");
    expect(yuanFromUnitPrice(unitPrice(651_540_001))).toBe("65154.0001");
  });
});

describe("unit price and total", () => {
  it.each([
    [205_135_500, 8_935, "HALF_UP", 183_288_569],
    [205_135_500, 8_935, "DOWN", 183_288_569],
    [1, 1, "UP", 1],
    [1, 1, "HALF_UP", 0],
  ] as const)("%i × %i %s = %i fen", (price, area, rounding, expected) => {
    expect(totalOf(unitPrice(price), centiares(area), rounding)).toBe(expected);
  });

  it("divides a total by an area", () => {
    expect(unitPriceOf(yuan(2_000_000), centiares(10_000), "HALF_UP")).toBe(200_000_000);
    expect(unitPriceOf(fen(100), centiares(300), "HALF_UP")).toBe(3_333);
  });
});
