import { type Fen, fen, minFen, NO_MONEY, sumFen } from "./money";
import type { Ppm } from "./rate";
import { quotient } from "./rounding";

/** 等额本息, 等额本金. */
export const REPAYMENT_METHODS = ["EQUAL_INSTALMENTS", "EQUAL_PRINCIPAL"] as const;
export type RepaymentMethod = (typeof REPAYMENT_METHODS)[number];

/** A loan at a yearly rate in ppm, repaid in whole months. */
export type Loan = { principal: Fen; annualRate: Ppm; months: number; method: RepaymentMethod };

/** Figures by formula, each rounded half up once (计算器口径). Every month pays the same under EQUAL_INSTALMENTS. */
export type LoanFigures = { first: Fen; second: Fen; last: Fen; interest: Fen };

/** One month of a schedule (还款计划口径): rounded to the fen, so that the principals sum to the loan. */
export type LoanMonth = { month: number; payment: Fen; principal: Fen; interest: Fen; balance: Fen };

// Yearly ppm ÷ 12 months: the monthly rate is annualRate ÷ 12 000 000.
const MONTHLY = 12_000_000n;

/** The calculator's figures. Months are at least one. */
export function loanFigures(loan: Loan): LoanFigures {
  return loan.method === "EQUAL_INSTALMENTS" ? equalInstalments(loan) : equalPrincipal(loan);
}

/** The bank's schedule: each month rounded half up, the last month takes the rest. */
export function loanSchedule(loan: Loan): LoanMonth[] {
  if (loan.method === "EQUAL_INSTALMENTS") {
    return repaid(loan, (balance, interest) => minFen(balance, fen(monthlyPayment(loan) - interest)));
  }
  const part = rounded(BigInt(loan.principal), BigInt(loan.months));
  return repaid(loan, (balance) => minFen(balance, part));
}

export function totalInterest(schedule: readonly LoanMonth[]): Fen {
  return sumFen(schedule.map((month) => month.interest));
}

/** M = P·i·(1+i)^n ÷ ((1+i)^n − 1), exact and rounded half up once. */
export function monthlyPayment(loan: Loan): Fen {
  const { value, per } = exactPayment(loan);
  return rounded(value, per);
}

/** After an early repayment: the same months left, with a smaller payment. */
export function keepTerm(loan: Loan, balance: Fen, monthsLeft: number, repaidEarly: Fen): LoanMonth[] {
  return loanSchedule({ ...loan, principal: fen(balance - repaidEarly), months: monthsLeft });
}

/**
 * After an early repayment: the same payment, for fewer months. Payments of at most the interest would never end;
 * they cannot arise from a loan's own payment.
 */
export function keepPayment(loan: Loan, balance: Fen, repaidEarly: Fen, payment: Fen): LoanMonth[] {
  const open = fen(balance - repaidEarly);
  const rest = { ...loan, principal: open, months: Number.MAX_SAFE_INTEGER };
  if (open > 0 && monthlyInterest(open, loan.annualRate) >= payment) throw new RangeError("never repaid");
  return repaid(rest, (left, interest) => minFen(left, fen(payment - interest)));
}

/** From the day of a rate change: recomputed on the balance and the months left. */
export function afterRateChange(loan: Loan, balance: Fen, monthsLeft: number, annualRate: Ppm): LoanMonth[] {
  return loanSchedule({ ...loan, principal: balance, months: monthsLeft, annualRate });
}

/** A combined loan 组合贷: both schedules summed by month. */
export function combined(first: readonly LoanMonth[], second: readonly LoanMonth[]): LoanMonth[] {
  const months = Math.max(first.length, second.length);
  return Array.from({ length: months }, (_, at) => {
    const parts = [first[at], second[at]].filter((part) => part !== undefined);
    const sum = (pick: (month: LoanMonth) => Fen) => sumFen(parts.map(pick));
    return {
      month: at + 1,
      payment: sum((one) => one.payment),
      principal: sum((one) => one.principal),
      interest: sum((one) => one.interest),
      balance: sum((one) => one.balance),
    };
  });
}

function equalInstalments(loan: Loan): LoanFigures {
  const { value, per } = exactPayment(loan);
  const payment = rounded(value, per);
  const interest = rounded(value * BigInt(loan.months) - BigInt(loan.principal) * per, per);
  return { first: payment, second: payment, last: payment, interest };
}

/** Month k pays P ÷ n + (P − (k − 1)·P ÷ n)·i; all interest is P·i·(n + 1) ÷ 2. */
function equalPrincipal({ principal, annualRate, months }: Loan): LoanFigures {
  const n = BigInt(months);
  const p = BigInt(principal);
  const rate = BigInt(annualRate);
  const inMonth = (k: bigint) => rounded(p * MONTHLY + p * (n - k + 1n) * rate, n * MONTHLY);
  const interest = rounded(p * rate * (n + 1n), 2n * MONTHLY);
  return { first: inMonth(1n), second: inMonth(n < 2n ? n : 2n), last: inMonth(n), interest };
}

function exactPayment({ principal, annualRate, months }: Loan): { value: bigint; per: bigint } {
  const n = BigInt(months);
  const rate = BigInt(annualRate);
  if (rate === 0n) return { value: BigInt(principal), per: n };
  const grown = (MONTHLY + rate) ** n;
  return { value: BigInt(principal) * rate * grown, per: MONTHLY * (grown - MONTHLY ** n) };
}

/** Month by month until nothing is left; the last month takes whatever is. */
function repaid(loan: Loan, principalOf: (balance: Fen, interest: Fen) => Fen): LoanMonth[] {
  const schedule: LoanMonth[] = [];
  let balance = loan.principal;
  for (let month = 1; balance > 0 && month <= loan.months; month += 1) {
    const interest = monthlyInterest(balance, loan.annualRate);
    const principal = month === loan.months ? balance : principalOf(balance, interest);
    balance = fen(balance - principal);
    schedule.push({ month, payment: fen(principal + interest), principal, interest, balance });
  }
  return schedule;
}

function monthlyInterest(balance: Fen, annualRate: Ppm): Fen {
  return balance === 0 ? NO_MONEY : rounded(BigInt(balance) * BigInt(annualRate), MONTHLY);
}

function rounded(value: bigint, per: bigint): Fen {
  return fen(quotient(value, per, "HALF_UP"));
}
