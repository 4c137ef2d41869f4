import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centiares } from "~/domain/area";
import { day } from "~/domain/calendar";
import { type Derivation, deriveSchemePrice, isSellable, specialDepth, withSpecialDiscount } from "~/domain/derivation";
import {
  canStack,
  DISCOUNT_ORDERS,
  type DiscountConditions,
  type DiscountLine,
  type DiscountSituation,
  qualifyingLines,
  unmetConditions,
} from "~/domain/discount";
import { fen, sumFen, yuan } from "~/domain/money";
import { ppm } from "~/domain/rate";
import { ROUNDINGS } from "~/domain/rounding";
import { unitPrice } from "~/domain/unit-price";
import { answerOf } from "./refused";

const OPEN = { conditions: {} };
const TO_YUAN = { step: yuan(1), direction: "HALF_UP" } as const;
const UNIT = { list: yuan(2_000_000), area: centiares(10_000) };
const LINES: DiscountLine[] = [
  { ...OPEN, id: "k", name: "98 折", kind: "MULTIPLY", factor: ppm(980_000) },
  { ...OPEN, id: "a", name: "总价减 1 万", kind: "TOTAL_OFF", amount: yuan(10_000) },
  { ...OPEN, id: "b", name: "每平米减 50", kind: "UNIT_OFF", perSquareMetre: unitPrice(500_000) },
  { ...OPEN, id: "p", name: "按时签约 1 点", kind: "POINTS", points: ppm(10_000) },
];

function stepsHold(derivation: Derivation): void {
  expect(derivation.steps.at(-1)?.running).toBe(derivation.final);
  expect(sumFen(derivation.steps.map((step) => step.change))).toBe(derivation.final);
}

describe("scheme price", () => {
  it.each([
    ["SUBTRACT_THEN_MULTIPLY", 1_925_847_00],
    ["MULTIPLY_THEN_SUBTRACT", 1_925_400_00],
  ] as const)("%s is %i fen", (order, expected) => {
    const derivation = deriveSchemePrice(UNIT, LINES, order, TO_YUAN);
    expect(derivation.final).toBe(expected);
    stepsHold(derivation);
  });

  it("explains each step with its figures", () => {
    const { steps } = deriveSchemePrice(UNIT, LINES, "SUBTRACT_THEN_MULTIPLY", { step: yuan(1000), direction: "DOWN" });
    expect(steps.map(({ kind, lineId, figures, change, running }) => [kind, lineId, figures, change, running])).toEqual(
      [
        ["LIST", null, { area: 10_000 }, 200_000_000, 200_000_000],
        ["TOTAL_OFF", "a", { amount: 1_000_000 }, -1_000_000, 199_000_000],
        ["UNIT_OFF", "b", { perSquareMetre: 500_000, area: 10_000 }, -500_000, 198_500_000],
        ["MULTIPLY", "k", { factor: 980_000 }, -3_970_000, 194_530_000],
        ["POINTS", "p", { points: 10_000 }, -1_945_300, 192_584_700],
        ["ROUNDING", null, { step: 100_000 }, -84_700, 192_500_000],
      ],
    );
  });

  it("adds points up before it multiplies", () => {
    const two = [ppm(10_000), ppm(20_000)].map(
      (points, at): DiscountLine => ({ ...OPEN, id: `p${at}`, name: `p${at}`, kind: "POINTS", points }),
    );
    const derivation = deriveSchemePrice(UNIT, two, "SUBTRACT_THEN_MULTIPLY", TO_YUAN);
    expect(derivation.final).toBe(1_940_000_00);
    expect(derivation.steps[1]).toMatchObject({
      kind: "POINTS",
      lineId: null,
      name: "p0 + p1",
      figures: { points: 30_000 },
    });
  });

  it.each([
    ["DOWN", 1, 333_333_00],
    ["UP", 1, 333_334_00],
    ["HALF_UP", 1, 333_333_00],
    ["HALF_UP", 1000, 333_000_00],
    ["UP", 1000, 334_000_00],
    ["DOWN", 100, 333_300_00],
    ["UP", 10, 333_340_00],
  ] as const)("rounds %s to %i yuan once, at the end", (direction, step, expected) => {
    const lines: DiscountLine[] = [{ ...OPEN, id: "k", name: "k", kind: "MULTIPLY", factor: ppm(333_333) }];
    const unit = { list: yuan(1_000_001), area: centiares(1) };
    const derivation = deriveSchemePrice(unit, lines, "SUBTRACT_THEN_MULTIPLY", { step: yuan(step), direction });
    expect(derivation.final).toBe(expected);
    stepsHold(derivation);
  });

  it("keeps its steps whole for any lines, and is exact", () => {
    const line = fc.oneof(
      fc.record({
        kind: fc.constant("MULTIPLY" as const),
        factor: fc.integer({ min: 700_000, max: 1_000_000 }).map(ppm),
      }),
      fc.record({ kind: fc.constant("POINTS" as const), points: fc.integer({ min: 0, max: 30_000 }).map(ppm) }),
      fc.record({ kind: fc.constant("TOTAL_OFF" as const), amount: fc.integer({ min: 0, max: 5_000_000 }).map(fen) }),
      fc.record({
        kind: fc.constant("UNIT_OFF" as const),
        perSquareMetre: fc.integer({ min: 0, max: 5_000_000 }).map(unitPrice),
      }),
    );
    const lines = fc
      .array(line, { maxLength: 8 })
      .map((given) => given.map((one, at): DiscountLine => ({ ...one, ...OPEN, id: `${at}`, name: `${at}` })));
    const units = fc.record({
      list: fc.integer({ min: 30_000_000, max: 5_000_000_000 }).map(fen),
      area: fc.integer({ min: 1_000, max: 50_000 }).map(centiares),
    });
    const rounding = fc.record({
      step: fc.constantFrom(1, 10, 100, 1000).map(yuan),
      direction: fc.constantFrom(...ROUNDINGS),
    });
    fc.assert(
      fc.property(units, lines, fc.constantFrom(...DISCOUNT_ORDERS), rounding, (unit, chosen, order, round) => {
        const derivation = deriveSchemePrice(unit, chosen, order, round);
        stepsHold(derivation);
        expect(derivation.final % round.step === 0 || derivation.final === unit.list).toBe(true);
        // Lines of one kind may come in any order: the same price, to the fen.
        expect(deriveSchemePrice(unit, chosen.toReversed(), order, round).final).toBe(derivation.final);
      }),
    );
  });

  it("is refused where discounts eat it up", () => {
    expect(answerOf(isSellable(fen(0)))).toBe("price_not_positive");
    expect(answerOf(isSellable(fen(1)))).toBe("allowed");
  });
});

describe("special discount", () => {
  it.each([
    [1_000_000, 990_000, 10_000],
    [1_000_000, 989_999, 10_001],
    [3_000_000, 2_999_999, 1],
    [1_000_000, 1_000_000, 0],
    [1_000_000, 1_000_001, 0],
  ])("from %i to %i yuan is %i ppm deep", (scheme, deal, depth) => {
    expect(specialDepth(yuan(scheme), yuan(deal))).toBe(depth);
  });

  it("is a step of its own on top of the scheme", () => {
    const scheme = deriveSchemePrice(UNIT, LINES, "SUBTRACT_THEN_MULTIPLY", TO_YUAN);
    expect(withSpecialDiscount(scheme, scheme.final)).toBe(scheme);
    const special = withSpecialDiscount(scheme, yuan(1_900_000));
    expect(special.steps.at(-1)).toMatchObject({ kind: "SPECIAL", change: -25_847_00, figures: { depth: 13_422 } });
    stepsHold(special);
  });
});

describe("conditions", () => {
  const NOW: DiscountSituation = {
    on: day("2026-03-02"),
    planKind: "FULL",
    signsWithinDays: 7,
    groupSize: 1,
    couponCodes: new Set(["SPRING"]),
    used: new Map([["x", 3]]),
  };

  it.each<[DiscountConditions, string[]]>([
    [{}, []],
    [{ planKinds: ["FULL", "MORTGAGE"] }, []],
    [{ planKinds: ["MORTGAGE"] }, ["PAYMENT_PLAN"]],
    [{ signWithinDays: 6 }, ["SIGN_ON_TIME"]],
    [{ signWithinDays: 7 }, []],
    [{ minGroupSize: 1 }, []],
    [{ minGroupSize: 2 }, ["GROUP"]],
    [{ couponCode: "SPRING" }, []],
    [{ couponCode: "AUTUMN" }, ["COUPON"]],
    [{ from: day("2026-03-02"), until: day("2026-03-02") }, []],
    [{ from: day("2026-03-03") }, ["NOT_YET"]],
    [{ until: day("2026-03-01") }, ["OVER"]],
    [{ quota: 4 }, []],
    [{ quota: 3 }, ["QUOTA"]],
    [{ quota: 0, minGroupSize: 9 }, ["GROUP", "QUOTA"]],
  ])("%j leaves %j unmet", (conditions, expected) => {
    const line: DiscountLine = { id: "x", name: "x", kind: "TOTAL_OFF", amount: yuan(1), conditions };
    expect(unmetConditions(line, NOW)).toEqual(expected);
    expect(qualifyingLines([line], NOW)).toEqual(expected.length === 0 ? [line] : []);
  });

  it("let a line that does not stack stand alone", () => {
    const [first, second] = LINES as [DiscountLine, DiscountLine];
    const alone = { ...first, stacks: false };
    expect(answerOf(canStack([alone]))).toBe("allowed");
    expect(answerOf(canStack([first, second]))).toBe("allowed");
    expect(canStack([second, alone])).toMatchObject({
      refusal: { code: "discounts_do_not_stack", params: { line: "98 折" } },
    });
  });
});
