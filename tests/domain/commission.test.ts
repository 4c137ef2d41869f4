import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clawback, commissionOn, isEarned, shareCommission, stagesOf, type Tier } from "~/domain/commission";
import { fen, sumFen, yuan } from "~/domain/money";
import { ppm } from "~/domain/rate";

const tier = (from: number, percent: number): Tier => ({ from: yuan(from), rate: ppm(percent * 10_000) });
const MARGINAL = [tier(0, 1), tier(1_000, 2), tier(3_000, 3), tier(8_000, 5)];
const JUMP = [tier(0, 1), tier(10_000, 2), tier(50_000, 3)];

describe("commission", () => {
  it.each([
    [0, 0],
    [1_000, 10],
    [3_000, 50],
    [7_500, 185],
    [8_000, 200],
    [20_000, 800],
  ])("MARGINAL on %i is %i", (value, expected) => {
    expect(commissionOn(yuan(value), MARGINAL, "MARGINAL")).toBe(yuan(expected));
  });

  it.each([
    [999_999, 10_000],
    [1_000_000, 20_000],
    [4_999_999, 100_000],
    [5_000_000, 150_000],
    [-1, 0],
  ])("JUMP on %i fen is %i fen", (value, expected) => {
    expect(commissionOn(fen(value), JUMP, "JUMP")).toBe(expected);
  });

  it("is earned from the threshold on", () => {
    expect(isEarned(yuan(300_000), yuan(1_000_000), ppm(300_000))).toBe(true);
    expect(isEarned(fen(29_999_999), yuan(1_000_000), ppm(300_000))).toBe(false);
  });

  it("claws back what the month loses, under JUMP the others' tier too", () => {
    expect(clawback(yuan(12_000), yuan(3_000), JUMP, "JUMP")).toBe(yuan(240 - 90));
    expect(clawback(yuan(7_500), yuan(4_500), MARGINAL, "MARGINAL")).toBe(yuan(135));
  });

  it("keeps the sum among sharers and over the stages, and never falls as the value grows", () => {
    const amounts = fc.integer({ min: 0, max: 1_000_000_000 }).map(fen);
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom("MARGINAL" as const, "JUMP" as const),
        (value, share, kind) => {
          const commission = commissionOn(value, MARGINAL, kind);
          expect(sumFen(shareCommission(commission, [ppm(share), ppm(1_000_000 - share)]))).toBe(commission);
          expect(sumFen(stagesOf(commission, [ppm(700_000), ppm(200_000), ppm(100_000)]))).toBe(commission);
          expect(commissionOn(fen(value + 1), MARGINAL, kind)).toBeGreaterThanOrEqual(commission);
        },
      ),
    );
    expect(stagesOf(yuan(1_000), [ppm(700_000), ppm(200_000), ppm(100_000)])).toEqual([
      yuan(700),
      yuan(200),
      yuan(100),
    ]);
  });
});
