import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, WEEKENDS_ONLY } from "~/domain/calendar";
import { owedOnBuyersBreach, owedOnSellersBreach, owedWithoutBlame, splitEarnest } from "~/domain/earnest-money";
import { fen, NO_MONEY, sumFen, yuan } from "~/domain/money";
import {
  dueDay,
  type EventDays,
  firstPaymentOf,
  type Instalment,
  loanOf,
  type PlanLine,
  scheduleHolds,
  scheduleOf,
  USUAL_LOAN_STEP,
} from "~/domain/payment-plan";
import { ppm } from "~/domain/rate";
import { answerOf } from "./refused";

const EVENTS: EventDays = {
  on: { RESERVATION: day("2026-03-02"), CONTRACT: day("2026-03-09"), TOPPING_OUT: day("2026-06-05") },
  holidays: WEEKENDS_ONLY,
};

function line(over: Partial<PlanLine>): PlanLine {
  const due = { event: "CONTRACT", days: 0 } as const;
  return { id: "x", item: "x", due, amount: { kind: "REMAINDER" }, loan: false, earnestCounts: false, ...over };
}

const percent = (share: number) => ({ kind: "PERCENT", share: ppm(share) }) as const;
const DOWN = line({ id: "down", item: "首付", amount: percent(300_000), earnestCounts: true });
const LOAN = line({ id: "loan", item: "按揭", due: { event: "LOAN_APPROVAL", days: 7 }, loan: true });
const MORTGAGE = [DOWN, LOAN];

function terms(price: number, earnest = 0) {
  return { price: yuan(price), earnest: yuan(earnest), loanStep: USUAL_LOAN_STEP, events: EVENTS };
}

function amounts(schedule: readonly Instalment[]) {
  return schedule.map((one) => [one.lineId, one.amount / 100]);
}

describe("schedule of a plan", () => {
  it("rounds the loan down to ten thousands, and the rest goes to the down payment", () => {
    const schedule = scheduleOf(MORTGAGE, terms(1_925_847, 50_000));
    expect(amounts(schedule)).toEqual([
      [null, 50_000],
      ["down", 535_847],
      ["loan", 1_340_000],
    ]);
    expect(answerOf(scheduleHolds(yuan(1_925_847), schedule))).toBe("allowed");
    expect(firstPaymentOf(schedule)).toBe(yuan(585_847));
    expect(loanOf(schedule)).toBe(yuan(1_340_000));
  });

  it("takes earnest money off the lines in which it counts, the rest off the last own line", () => {
    const parts = [
      line({ id: "1", amount: percent(300_000) }),
      line({ id: "2", amount: percent(300_000), earnestCounts: true, due: { event: "CONTRACT", days: 90 } }),
      line({ id: "3", due: { event: "HANDOVER", days: 0 } }),
    ];
    expect(amounts(scheduleOf(parts, terms(1_000_000, 100_000)))).toEqual([
      [null, 100_000],
      ["1", 300_000],
      ["2", 200_000],
      ["3", 400_000],
    ]);
    expect(amounts(scheduleOf(parts, terms(1_000_000, 450_000)))).toEqual([
      [null, 450_000],
      ["1", 300_000],
      ["3", 250_000],
    ]);
  });

  it("closes a plan whose percents make the whole, without a remainder line", () => {
    const thirds = [333_333, 333_333, 333_334].map((share, at) => line({ id: `${at}`, amount: percent(share) }));
    const schedule = scheduleOf(thirds, { ...terms(0), price: fen(100_000_001) });
    expect(schedule.map((one) => one.amount)).toEqual([33_333_300, 33_333_300, 33_333_401]);
  });

  it("gives the loan's rest to the line due with the contract, not to an earlier one", () => {
    const early = line({ id: "early", amount: percent(100_000), due: { event: "RESERVATION", days: 3 } });
    const due = { event: "CONTRACT", days: 0 } as const;
    expect(amounts(scheduleOf([early, DOWN, { ...LOAN, due }], terms(1_005_000)))).toEqual([
      ["early", 100_500],
      ["down", 304_500],
      ["loan", 600_000],
    ]);
  });

  it("refuses a plan that does not make the price", () => {
    const short = [line({ amount: percent(300_000) }), line({ amount: { kind: "AMOUNT", amount: yuan(1) } })];
    expect(answerOf(scheduleHolds(yuan(100), scheduleOf(short, terms(100))))).toBe("plan_sum_differs");
    const over = [line({ amount: { kind: "AMOUNT", amount: yuan(120) } }), line({})];
    expect(answerOf(scheduleHolds(yuan(100), scheduleOf(over, terms(100))))).toBe("plan_sum_differs");
    const onlyLoan = [line({ loan: true })];
    expect(answerOf(scheduleHolds(yuan(100), scheduleOf(onlyLoan, terms(100, 20))))).toBe("plan_sum_differs");
    expect(answerOf(scheduleHolds(yuan(100), []))).toBe("plan_missing");
  });

  it("makes the price for any shares, earnest money and loan", () => {
    const plans = fc.record({
      price: fc.integer({ min: 10_000_000, max: 2_000_000_000 }).map(fen),
      earnest: fc.integer({ min: 0, max: 200_000 }),
      first: fc.integer({ min: 100_000, max: 500_000 }),
      loan: fc.integer({ min: 0, max: 400_000 }),
      counts: fc.boolean(),
    });
    fc.assert(
      fc.property(plans, ({ price, earnest, first, loan, counts }) => {
        const plan = [
          line({ id: "1", amount: percent(first), earnestCounts: counts }),
          line({ id: "2", amount: percent(loan), loan: true }),
          line({ id: "3", due: { event: "HANDOVER", days: 0 } }),
        ];
        const paid = fen(Math.floor((price * earnest) / 1_000_000));
        const schedule = scheduleOf(plan, { ...terms(0), price, earnest: paid });
        expect(sumFen(schedule.map((one) => one.amount))).toBe(price);
        expect(answerOf(scheduleHolds(price, schedule))).toBe("allowed");
        expect(loanOf(schedule) % USUAL_LOAN_STEP).toBe(0);
      }),
    );
  });
});

describe("due days", () => {
  it.each([
    [{ event: "RESERVATION", days: 0 }, "2026-03-02"],
    [{ event: "CONTRACT", days: 5 }, "2026-03-16"],
    [{ event: "CONTRACT", days: 4 }, "2026-03-13"],
    [{ event: "TOPPING_OUT", days: 1 }, "2026-06-08"],
    [{ event: "COMPLETION", days: 1 }, null],
    [{ event: "TITLE", days: 0 }, null],
    [{ event: "FIXED_DATE", on: day("2026-05-02") }, "2026-05-04"],
  ] as const)("%j is %s", (due, expected) => {
    expect(dueDay(due, EVENTS)).toBe(expected);
  });

  it("count only own money due by the contract as first payment", () => {
    const later = line({ id: "later", due: { event: "CONTRACT", days: 30 }, amount: percent(200_000) });
    const schedule = scheduleOf([DOWN, later, LOAN], terms(1_000_000, 50_000));
    expect(firstPaymentOf(schedule)).toBe(yuan(300_000));
    const loanAtOnce = { ...LOAN, due: { event: "CONTRACT", days: 0 } as const };
    expect(firstPaymentOf(scheduleOf([DOWN, loanAtOnce], terms(1_000_000)))).toBe(yuan(300_000));
    expect(firstPaymentOf([])).toBe(NO_MONEY);
  });
});

describe("earnest money", () => {
  it("binds up to 20 % of the price, and the seller's breach doubles only that", () => {
    const split = splitEarnest(yuan(100_000), yuan(24_000), ppm(200_000));
    expect(split).toEqual({ earnest: yuan(20_000), advance: yuan(4_000) });
    expect(owedOnSellersBreach(split)).toBe(yuan(44_000));
    expect(owedOnBuyersBreach(split)).toBe(yuan(4_000));
    expect(owedWithoutBlame(split)).toBe(yuan(24_000));
  });

  it("is all earnest below the limit", () => {
    expect(splitEarnest(yuan(100_000), yuan(20_000), ppm(200_000))).toEqual({ earnest: yuan(20_000), advance: 0 });
  });
});
