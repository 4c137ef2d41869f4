import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACCOUNTS,
  balanceOf,
  type Entry,
  earnestForfeited,
  handedOver,
  isBalanced,
  mirrored,
  paymentReceived,
  paymentReversed,
  receiptAllocated,
  receiptReversed,
  refundOwed,
  refundPaid,
  scheduleCreated,
  scheduleVoided,
  sincerityConverted,
  sincerityReceived,
} from "~/domain/ledger";
import { type Fen, fen, yuan } from "~/domain/money";
import { ppm } from "~/domain/rate";
import { PURSES } from "~/domain/receivable";

function balances(entries: readonly Entry[]): Record<string, Fen> {
  const all = ACCOUNTS.map((account) => [account, balanceOf(account, entries)] as const);
  return Object.fromEntries(all.filter(([, balance]) => balance !== 0));
}

const SCHEDULE = [
  { purse: "HOUSE", amount: yuan(700) },
  { purse: "HOUSE", amount: yuan(200) },
  { purse: "FITTING_OUT", amount: yuan(100) },
  { purse: "AGENCY", amount: yuan(30) },
  { purse: "LATE_FEE", amount: yuan(5) },
] as const;

describe("entries", () => {
  it("of a schedule owe the home, what is collected for others, and late fees as income", () => {
    expect(scheduleCreated(SCHEDULE)).toEqual([
      { account: "RECEIVABLES", side: "DEBIT", amount: yuan(1035) },
      { account: "CONTRACT_LIABILITIES", side: "CREDIT", amount: yuan(1000) },
      { account: "AGENCY_COLLECTED", side: "CREDIT", amount: yuan(30) },
      { account: "LATE_FEE_INCOME", side: "CREDIT", amount: yuan(5) },
    ]);
  });

  it("tell a deal from its first money to the keys", () => {
    const entries = [
      sincerityReceived(yuan(50)),
      sincerityConverted(yuan(50)),
      scheduleCreated(SCHEDULE),
      receiptAllocated(yuan(50)),
      paymentReceived("BANK_SUPERVISED", yuan(985)),
      receiptAllocated(yuan(985)),
      handedOver(yuan(1000), ppm(90_000)),
    ];
    expect(balances(entries)).toEqual({
      BANK_SUPERVISED: yuan(985),
      BANK_GENERAL: yuan(50),
      AGENCY_COLLECTED: yuan(-30),
      LATE_FEE_INCOME: yuan(-5),
      REVENUE: -91_743,
      VAT: -8_257,
    });
  });

  it("undo what was reversed, to nothing", () => {
    const entries = [
      scheduleCreated(SCHEDULE),
      paymentReceived("BANK_GENERAL", yuan(10)),
      receiptAllocated(yuan(10)),
      receiptReversed(yuan(10)),
      paymentReversed("BANK_GENERAL", yuan(10)),
      scheduleVoided(SCHEDULE),
    ];
    expect(balances(entries)).toEqual({});
  });

  it("give money back or keep it", () => {
    expect(
      balances([
        paymentReceived("BANK_GENERAL", yuan(30)),
        refundOwed("ADVANCES", yuan(10)),
        refundPaid("BANK_GENERAL", yuan(10)),
        earnestForfeited(yuan(20)),
      ]),
    ).toEqual({ BANK_GENERAL: yuan(20), FORFEITURE_INCOME: yuan(-20) });
  });

  it("balance whatever the amounts, and so do their mirrors", () => {
    const amount = fc.integer({ min: 1, max: 10_000_000_000 }).map(fen);
    const schedule = fc.array(fc.record({ purse: fc.constantFrom(...PURSES), amount }), { minLength: 1 });
    fc.assert(
      fc.property(amount, schedule, fc.integer({ min: 0, max: 130_000 }).map(ppm), (some, items, vat) => {
        const entries = [
          scheduleCreated(items),
          paymentReceived("BANK_SUPERVISED", some),
          receiptAllocated(some),
          sincerityReceived(some),
          refundOwed("SINCERITY", some),
          refundPaid("BANK_GENERAL", some),
          handedOver(some, vat),
        ];
        for (const entry of entries) {
          expect(isBalanced(entry)).toBe(true);
          expect(isBalanced(mirrored(entry))).toBe(true);
          expect(balances([entry, mirrored(entry)])).toEqual({});
        }
      }),
    );
  });

  it("leave out zeros and refuse amounts below zero", () => {
    expect(handedOver(yuan(100), ppm(0)).map((one) => one.account)).toEqual(["CONTRACT_LIABILITIES", "REVENUE"]);
    expect(() => paymentReceived("BANK_GENERAL", fen(-1))).toThrow(RangeError);
    expect(isBalanced([{ account: "VAT", side: "DEBIT", amount: yuan(1) }])).toBe(false);
  });
});
