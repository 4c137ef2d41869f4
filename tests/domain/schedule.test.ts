import { describe, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import type { LateFeeTerms } from "~/domain/late-fee";
import { fen } from "~/domain/money";
import { ppm } from "~/domain/rate";
import type { Purse } from "~/domain/receivable";
import { scheduleOn } from "~/domain/schedule";

const TERMS: LateFeeTerms = { rate: ppm(300), later: null, graceDays: 0, stopsOn: null };
const item = (amount: number, dueOn: string | null, payments: [string, number][] = []) => ({
  id: `${amount}-${dueOn}`,
  purse: "HOUSE" as Purse,
  dueOn: dueOn === null ? null : day(dueOn),
  amount: fen(amount),
  allocated: fen(0),
  payments: payments.map(([on, paid]) => ({ on: day(on), amount: fen(paid) })),
});

describe("a schedule as of a day", () => {
  const late = item(30_000_000, "2026-03-01", [
    ["2026-03-11", 10_000_000],
    ["2026-03-31", 20_000_000],
  ]);
  it.each([
    ["2026-03-01", "OPEN", 0, 30_000_000, 0],
    ["2026-03-10", "OVERDUE", 9, 30_000_000, 81_000],
    ["2026-03-11", "OVERDUE", 10, 20_000_000, 90_000],
    ["2026-03-30", "OVERDUE", 29, 20_000_000, 204_000],
    ["2026-04-30", "PAID", 0, 0, 210_000],
  ])("on %s is %s, %i days late", (on, state, overdueDays, open, fee) => {
    const { lines, totals } = scheduleOn([late], TERMS, day(on));
    expect(lines[0]).toMatchObject({ state, overdueDays, open });
    expect(totals).toMatchObject({ owed: 30_000_000, open, lateFee: fee, overdue: state === "OVERDUE" ? open : 0 });
  });

  it("counts a reversal against its own day, so that the gap was always there", () => {
    const reversed = item(1_000, "2026-03-01", [
      ["2026-03-01", 1_000],
      ["2026-03-01", -1_000],
    ]);
    expect(scheduleOn([reversed], TERMS, day("2026-03-11")).lines[0]).toMatchObject({ open: 1_000, overdueDays: 10 });
  });

  it("never counts what has no date, and adds up", () => {
    const { lines, totals } = scheduleOn([late, item(5_000, null)], TERMS, day("2026-03-11"));
    expect(lines[1]).toMatchObject({ state: "OPEN", overdueDays: 0, late: { fee: 0 } });
    expect(totals).toEqual({
      owed: 30_005_000,
      paid: 10_000_000,
      open: 20_005_000,
      overdue: 20_000_000,
      lateFee: 90_000,
    });
  });
});
