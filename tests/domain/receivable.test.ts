import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "~/domain/calendar";
import { fen, sumFen } from "~/domain/money";
import {
  agingBucket,
  allocateInOrder,
  allocateWithin,
  canAllocate,
  canSplit,
  daysOverdue,
  openAmount,
  PURSES,
  type Receivable,
  receivableState,
  totalsOf,
} from "~/domain/receivable";
import { answerOf } from "./refused";

const TODAY = day("2026-03-10");

function owed(id: string, over: Partial<Receivable> = {}): Receivable {
  return { id, purse: "HOUSE", dueOn: TODAY, amount: fen(100), allocated: fen(0), ...over };
}

const receivables = fc
  .array(
    fc.record({
      purse: fc.constantFrom(...PURSES),
      dueOn: fc.option(fc.integer({ min: -100, max: 100 }).map((n) => addDays(TODAY, n))),
      amount: fc.integer({ min: 1, max: 1_000_000 }),
      paid: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ paid, amount, ...row }, at) =>
      owed(`${at}`, { ...row, amount: fen(amount), allocated: fen(Math.floor((amount * paid) / 100)) }),
    ),
  );

describe("state of a receivable", () => {
  it.each([
    [{ allocated: fen(100) }, "PAID", 0],
    [{ allocated: fen(99) }, "OPEN", 0],
    [{ dueOn: day("2026-03-09") }, "OVERDUE", 1],
    [{ dueOn: day("2026-03-09"), allocated: fen(100) }, "PAID", 0],
    [{ dueOn: day("2026-03-11") }, "OPEN", 0],
    [{ dueOn: null }, "OPEN", 0],
  ] as const)("%j is %s, %i days late", (over, state, late) => {
    expect(receivableState(owed("a", over), TODAY)).toBe(state);
    expect(daysOverdue(owed("a", over), TODAY)).toBe(late);
  });

  it.each([
    [0, null],
    [1, "UP_TO_7"],
    [7, "UP_TO_7"],
    [8, "UP_TO_14"],
    [14, "UP_TO_14"],
    [15, "UP_TO_30"],
    [30, "UP_TO_30"],
    [31, "UP_TO_60"],
    [60, "UP_TO_60"],
    [61, "OVER_60"],
  ] as const)("%i days late stands in %s", (late, bucket) => {
    expect(agingBucket(late)).toBe(bucket);
  });

  it("sums what is owed, paid, open and overdue", () => {
    const some = [
      owed("a", { dueOn: day("2026-03-01"), allocated: fen(30) }),
      owed("b"),
      owed("c", { allocated: fen(100) }),
    ];
    expect(totalsOf(some, TODAY)).toEqual({ owed: 300, paid: 130, open: 170, overdue: 70 });
  });
});

describe("allocation", () => {
  it("pays the oldest due first, undated last, within one purse", () => {
    const some = [
      owed("undated", { dueOn: null }),
      owed("late", { dueOn: day("2026-05-01") }),
      owed("fund", { purse: "AGENCY", dueOn: day("2026-01-01") }),
      owed("early", { dueOn: day("2026-02-01"), allocated: fen(40) }),
    ];
    expect(allocateWithin("HOUSE", fen(200), some)).toEqual({
      allocations: [
        { receivableId: "early", purse: "HOUSE", amount: 60 },
        { receivableId: "late", purse: "HOUSE", amount: 100 },
        { receivableId: "undated", purse: "HOUSE", amount: 40 },
      ],
      rest: 0,
    });
  });

  it("leaves what is too much as a rest, and other purses alone", () => {
    const some = [owed("house"), owed("fee", { purse: "LATE_FEE" })];
    expect(allocateWithin("HOUSE", fen(250), some).rest).toBe(150);
    expect(allocateInOrder(["LATE_FEE", "HOUSE"], fen(150), some)).toEqual({
      allocations: [
        { receivableId: "fee", purse: "LATE_FEE", amount: 100 },
        { receivableId: "house", purse: "HOUSE", amount: 50 },
      ],
      rest: 0,
    });
    expect(allocateInOrder([], fen(150), some)).toEqual({ allocations: [], rest: 150 });
  });

  it("never exceeds what is open, nor the money there is", () => {
    const purses = fc.shuffledSubarray([...PURSES]);
    fc.assert(
      fc.property(purses, fc.integer({ min: 0, max: 3_000_000 }), receivables, (order, amount, some) => {
        const { allocations, rest } = allocateInOrder(order, fen(amount), some);
        expect(sumFen(allocations.map((one) => one.amount)) + rest).toBe(amount);
        expect(answerOf(canAllocate(fen(amount), allocations, some))).toBe("allowed");
        const open = some.filter((one) => order.includes(one.purse)).map(openAmount);
        expect(rest).toBe(Math.max(0, amount - sumFen(open)));
      }),
    );
  });

  it.each([
    [[{ receivableId: "a", purse: "HOUSE", amount: fen(100) }], "allowed"],
    [[{ receivableId: "a", purse: "HOUSE", amount: fen(101) }], "exceeds_receivable"],
    [[{ receivableId: "a", purse: "HOUSE", amount: fen(0) }], "exceeds_receivable"],
    [[{ receivableId: "a", purse: "LATE_FEE", amount: fen(1) }], "exceeds_receivable"],
    [[{ receivableId: "z", purse: "HOUSE", amount: fen(1) }], "exceeds_receivable"],
    [
      [
        { receivableId: "a", purse: "HOUSE", amount: fen(60) },
        { receivableId: "a", purse: "HOUSE", amount: fen(60) },
      ],
      "exceeds_receivable",
    ],
    [
      [
        { receivableId: "a", purse: "HOUSE", amount: fen(100) },
        { receivableId: "b", purse: "HOUSE", amount: fen(21) },
      ],
      "exceeds_payment",
    ],
  ] as const)("by hand, %j: %s", (allocations, expected) => {
    expect(answerOf(canAllocate(fen(120), allocations, [owed("a"), owed("b")]))).toBe(expected);
  });

  it.each([
    [100, [60, 40], "allowed"],
    [100, [], "allowed"],
    [100, [60, 41], "exceeds_payment"],
    [100, [0], "amount_not_positive"],
    [0, [], "amount_not_positive"],
  ] as const)("a payment of %i splits into %j: %s", (payment, receipts, expected) => {
    expect(answerOf(canSplit(fen(payment), receipts.map(fen)))).toBe(expected);
  });
});
