import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fen, fen, fenFromYuan, sumFen, yuan } from "~/domain/money";
import {
  afterRateChange,
  combined,
  keepPayment,
  keepTerm,
  type Loan,
  loanFigures,
  loanSchedule,
  monthlyPayment,
  REPAYMENT_METHODS,
  totalInterest,
} from "~/domain/mortgage";
import { ppm, ppmFromPercent } from "~/domain/rate";
import { csvRows, sharedData } from "../support/shared-data";

const FILE = sharedData("vectors/mortgage.csv");
const LOAN: Loan = { principal: yuan(1_000_000), annualRate: ppm(39_500), months: 360, method: "EQUAL_INSTALMENTS" };

function amount(text: string | undefined): Fen {
  const read = fenFromYuan(text ?? "");
  if (read === null) throw new Error(`no amount: ${text}`);
  return read;
}

describe("calculator and schedule", () => {
  it("show 1 000 000 at 3.95 % over 360 months by formula", () => {
    expect(loanFigures(LOAN)).toEqual({ first: 474_537, second: 474_537, last: 474_537, interest: 70_833_405 });
    expect(loanFigures({ ...LOAN, method: "EQUAL_PRINCIPAL" })).toEqual({
      first: 606_944,
      second: 606_030,
      last: 278_692,
      interest: 59_414_583,
    });
  });

  it("round each month of the schedule, and the last takes the rest", () => {
    const schedule = loanSchedule(LOAN);
    expect(totalInterest(schedule)).toBe(70_833_490);
    expect(schedule.at(-1)).toMatchObject({ month: 360, payment: 474_707, balance: 0 });
  });

  it("agree with what a spreadsheet says", () => {
    expect(monthlyPayment({ ...LOAN, principal: yuan(10_000), annualRate: ppm(80_000), months: 10 })).toBe(103_703);
    const schedule = loanSchedule({ ...LOAN, principal: yuan(125_000), annualRate: ppm(90_000) });
    // CUMIPMT of months 13 to 24, which rounds nothing on the way: 11 135.23213.
    const secondYear = totalInterest(schedule.slice(12, 24));
    expect(Math.abs(secondYear - 1_113_523)).toBeLessThanOrEqual(12);
  });

  it.skipIf(!FILE)("agree with every published row", () => {
    for (const row of csvRows(FILE ?? "")) {
      const annualRate = ppmFromPercent(row.annual_pct ?? "") ?? ppm(-1);
      const loan: Loan = { ...LOAN, principal: amount(row.principal), annualRate, months: Number(row.months) };
      const monthly = amount(row.epi_monthly);
      expect(monthlyPayment(loan)).toBe(monthly);
      expect(loanFigures(loan).interest).toBe(amount(row.epi_interest_unrounded));
      expect(monthly * loan.months - loan.principal).toBe(amount(row.epi_interest_m_x_n));
      const schedule = loanSchedule(loan);
      expect(totalInterest(schedule)).toBe(amount(row.epi_interest_schedule_rounded));
      expect(schedule.at(-1)?.payment).toBe(amount(row.epi_last_payment_schedule));
      expect(schedule[0]?.interest).toBe(amount(row.epi_first_interest));
      expect(schedule[0]?.principal).toBe(amount(row.epi_first_principal));
      expect(loanFigures({ ...loan, method: "EQUAL_PRINCIPAL" })).toEqual({
        first: amount(row.ep_first),
        second: amount(row.ep_second),
        last: amount(row.ep_last),
        interest: amount(row.ep_interest),
      });
    }
  });

  it("never repay more than is left", () => {
    const tiny = { principal: fen(17), annualRate: ppm(0), months: 10 };
    for (const method of REPAYMENT_METHODS) {
      expect(loanSchedule({ ...tiny, method }).map((month) => month.principal)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 1]);
    }
  });

  it("repay the loan to the fen, whatever it is", () => {
    const loans = fc.record({
      principal: fc.integer({ min: 1, max: 2_000_000_000 }).map(fen),
      annualRate: fc.integer({ min: 0, max: 240_000 }).map(ppm),
      months: fc.integer({ min: 1, max: 360 }),
      method: fc.constantFrom(...REPAYMENT_METHODS),
    });
    fc.assert(
      fc.property(loans, (loan) => {
        const schedule = loanSchedule(loan);
        expect(sumFen(schedule.map((month) => month.principal))).toBe(loan.principal);
        expect(schedule.at(-1)?.balance).toBe(0);
        expect(schedule.length).toBeLessThanOrEqual(loan.months);
        for (const month of schedule) {
          expect(month.payment).toBe(month.principal + month.interest);
          expect(month.principal).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("changes on the way", () => {
  const schedule = loanSchedule(LOAN);
  const balance = schedule[11]?.balance ?? fen(0);

  it("keep the term with a smaller payment, or the payment for fewer months", () => {
    const sameTerm = keepTerm(LOAN, balance, 348, yuan(200_000));
    expect(sameTerm).toHaveLength(348);
    expect(sameTerm[0]?.payment).toBeLessThan(monthlyPayment(LOAN));
    const samePayment = keepPayment(LOAN, balance, yuan(200_000), monthlyPayment(LOAN));
    expect(samePayment.length).toBeLessThan(348);
    expect(samePayment[0]?.payment).toBe(monthlyPayment(LOAN));
    expect(samePayment.at(-1)?.payment).toBeLessThanOrEqual(monthlyPayment(LOAN));
    for (const rest of [sameTerm, samePayment]) {
      expect(sumFen(rest.map((month) => month.principal))).toBe(balance - yuan(200_000));
    }
    expect(totalInterest(samePayment)).toBeLessThan(totalInterest(sameTerm));
  });

  it("end at once where everything is repaid, and refuse a payment that never ends", () => {
    expect(keepPayment(LOAN, balance, balance, monthlyPayment(LOAN))).toEqual([]);
    expect(keepTerm(LOAN, balance, 348, balance)).toEqual([]);
    expect(() => keepPayment(LOAN, balance, fen(0), fen(100))).toThrow(RangeError);
  });

  it("recompute on a new rate, and change nothing at the old one", () => {
    const lower = afterRateChange(LOAN, balance, 348, ppm(35_000));
    expect(lower).toHaveLength(348);
    expect(lower[0]?.payment).toBeLessThan(monthlyPayment(LOAN));
    const same = afterRateChange(LOAN, balance, 348, LOAN.annualRate);
    expect(Math.abs((same[0]?.payment ?? 0) - monthlyPayment(LOAN))).toBeLessThanOrEqual(1);
  });

  it("sum a combined loan by month, the longer one to its end", () => {
    const fund = loanSchedule({ ...LOAN, principal: yuan(500_000), annualRate: ppm(28_500), months: 240 });
    const both = combined(schedule, fund);
    expect(both).toHaveLength(360);
    expect(both[0]?.payment).toBe((schedule[0]?.payment ?? 0) + (fund[0]?.payment ?? 0));
    expect(both[300]?.payment).toBe(schedule[300]?.payment);
    expect(sumFen(both.map((month) => month.principal))).toBe(yuan(1_500_000));
  });
});
