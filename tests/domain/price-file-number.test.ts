import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalFromWhole } from "~/domain/decimal-text";
import { parseFigure } from "~/domain/price-file-number";

const MAX = Number.MAX_SAFE_INTEGER;

describe("a figure as people write it", () => {
  it.each([
    ["125.53", 2, 12_553],
    [".99平方米", 2, 99],
    ["17平方米", 2, 1_700],
    ["88.10㎡", 2, 8_810],
    ["1,680.32元", 2, 168_032],
    ["￥１，６８０．３２", 2, 168_032],
    ["65154.91元/平方米(按建筑面积计)", 4, 651_549_100],
    ["52229.8700", 4, 522_298_700],
    ["12.5万元", 2, 12_500_000],
    ["655.6416万", 2, 655_641_600],
    ["90071992547409.91", 2, MAX],
  ])("%s with %i decimals is %i", (text, decimals, value) => {
    expect(parseFigure(text, decimals, MAX)).toEqual({ kind: "NUMBER", value });
  });

  it.each(["", " ", "--", "—", "/", "无", "--元/平方米(按建筑面积计)", "平方米", "--平方米"])(
    "%j says nothing",
    (text) => {
      expect(parseFigure(text, 2, MAX)).toEqual({ kind: "BLANK" });
    },
  );

  it.each([
    ["在售", "not_a_number"],
    ["1.2E+05", "not_a_number"],
    ["12,34.5", "not_a_number"],
    ["1.2.3", "not_a_number"],
    ["#REF!", "not_a_number"],
    ["-89.00", "negative_number"],
    ["0.00", "zero_number"],
    ["88.125", "too_many_decimals"],
    ["90071992547409.92", "number_too_large"],
  ])("%s is refused as %s", (text, code) => {
    expect(parseFigure(text, 2, MAX)).toEqual({ kind: "PROBLEM", code });
  });

  it("gives back every amount that was printed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX }), fc.constantFrom(2, 4), (value, decimals) => {
        expect(parseFigure(decimalFromWhole(value, decimals), decimals, MAX)).toEqual({ kind: "NUMBER", value });
      }),
    );
  });
});
