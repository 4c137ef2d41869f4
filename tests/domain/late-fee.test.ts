import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "~/domain/calendar";
import { LATE_FEE_TIERS, type LateFeeTerms, type LateInstalment, lateFee } from "~/domain/late-fee";
import { fen, yuan } from "~/domain/money";
import { ppm } from "~/domain/rate";

const DUE = day("2026-03-01");
const PLAIN: LateFeeTerms = { rate: ppm(300), later: null, graceDays: 0, stopsOn: null };
const EXAMPLE: LateInstalment = {
  amount: yuan(300_000),
  dueOn: DUE,
  payments: [
    { on: day("2026-03-31"), amount: yuan(200_000) },
    { on: day("2026-03-11"), amount: yuan(100_000) },
  ],
};
const LATE = day("2026-06-30");

function tiered(tiers: "WHOLE" | "FROM_NEXT_DAY", afterDays = 20): LateFeeTerms {
  return { ...PLAIN, later: { afterDays, rate: ppm(500), tiers } };
}

describe("late fee", () => {
  it("counts from the day after the due date to the day paid", () => {
    expect(lateFee(EXAMPLE, PLAIN, LATE)).toEqual({
      overdueDays: 30,
      fee: 2_100_00,
      spans: [
        { from: "2026-03-02", to: "2026-03-11", days: 10, open: 300_000_00, rate: 300 },
        { from: "2026-03-12", to: "2026-03-31", days: 20, open: 200_000_00, rate: 300 },
      ],
    });
  });

  it.each([
    ["WHOLE", 20, 3_500_00],
    ["FROM_NEXT_DAY", 20, 2_500_00],
    ["WHOLE", 30, 2_100_00],
    ["WHOLE", 29, 3_500_00],
    ["FROM_NEXT_DAY", 30, 2_100_00],
    ["FROM_NEXT_DAY", 0, 3_500_00],
  ] as const)("%s after %i days is %i fen", (tiers, afterDays, expected) => {
    expect(lateFee(EXAMPLE, tiered(tiers, afterDays), LATE).fee).toBe(expected);
  });

  it.each([
    [50_000_000, 100, 30, 150_000],
    [123_456_789, 100, 17, 209_877],
    [1, 500, 1, 0],
  ])("%i fen × %i ppm × %i days = %i fen", (amount, rate, days, expected) => {
    const unpaid = { amount: fen(amount), dueOn: DUE, payments: [] };
    expect(lateFee(unpaid, { ...PLAIN, rate: ppm(rate) }, addDays(DUE, days)).fee).toBe(expected);
  });

  it("is nothing on the due date, nor when paid by then", () => {
    expect(lateFee({ ...EXAMPLE, payments: [] }, PLAIN, DUE)).toEqual({ overdueDays: 0, spans: [], fee: 0 });
    expect(lateFee({ ...EXAMPLE, payments: [] }, PLAIN, day("2026-02-01")).fee).toBe(0);
    const onTime = { ...EXAMPLE, payments: [{ on: DUE, amount: yuan(300_000) }] };
    expect(lateFee(onTime, PLAIN, LATE)).toEqual({ overdueDays: 0, spans: [], fee: 0 });
    const early = { ...EXAMPLE, payments: [{ on: day("2026-01-01"), amount: yuan(100_000) }] };
    expect(lateFee(early, PLAIN, addDays(DUE, 1)).fee).toBe(6_000);
  });

  it.each([
    [29, "allows", 2_100_00],
    [30, "forgives", 0],
    [31, "forgives", 0],
  ])("%i days of grace %s thirty days", (graceDays, _, expected) => {
    expect(lateFee(EXAMPLE, { ...PLAIN, graceDays }, LATE).fee).toBe(expected);
  });

  it("stops where it is told to", () => {
    expect(lateFee(EXAMPLE, { ...PLAIN, stopsOn: day("2026-03-11") }, LATE).fee).toBe(900_00);
    expect(lateFee(EXAMPLE, { ...PLAIN, stopsOn: LATE }, day("2026-03-11")).fee).toBe(900_00);
  });

  it("never falls as days pass, and its spans join without gap up to the last day", () => {
    const instalments = fc.record({
      amount: fc.integer({ min: 1, max: 1_000_000_000 }).map(fen),
      dueOn: fc.constant(DUE),
      payments: fc.array(
        fc.record({
          on: fc.integer({ min: -10, max: 120 }).map((n) => addDays(DUE, n)),
          amount: fc.integer({ min: 1, max: 600_000_000 }).map(fen),
        }),
        { maxLength: 5 },
      ),
    });
    const terms = fc.record({
      rate: fc.integer({ min: 0, max: 500 }).map(ppm),
      later: fc.option(
        fc.record({
          afterDays: fc.integer({ min: 0, max: 90 }),
          rate: fc.integer({ min: 500, max: 1000 }).map(ppm),
          tiers: fc.constantFrom(...LATE_FEE_TIERS),
        }),
      ),
      graceDays: fc.integer({ min: 0, max: 15 }),
      stopsOn: fc.option(fc.integer({ min: 0, max: 100 }).map((n) => addDays(DUE, n))),
    });
    fc.assert(
      fc.property(instalments, terms, fc.integer({ min: 0, max: 120 }), (instalment, given, days) => {
        const today = lateFee(instalment, given, addDays(DUE, days));
        const tomorrow = lateFee(instalment, given, addDays(DUE, days + 1));
        expect(tomorrow.fee).toBeGreaterThanOrEqual(today.fee);
        expect(today.spans.reduce((sum, span) => sum + span.days, 0)).toBe(today.spans.length ? today.overdueDays : 0);
        today.spans.forEach((span, at) => {
          expect(span.from).toBe(addDays(today.spans[at - 1]?.to ?? DUE, 1));
        });
      }),
    );
  });
});
