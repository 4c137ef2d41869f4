import { type Fen, fen, NO_MONEY, splitByWeights } from "./money";
import { type Ppm, WHOLE } from "./rate";
import { quotient } from "./rounding";

/** MARGINAL: each part of the value at its own tier's rate; JUMP 跳点: all of it at the rate of the tier it reaches. */
export const COMMISSION_TIERS = ["MARGINAL", "JUMP"] as const;
export type CommissionTiers = (typeof COMMISSION_TIERS)[number];

/** From this value on, this rate. Tiers stand in rising order and begin at zero. */
export type Tier = { from: Fen; rate: Ppm };

/** Commission on a value, rounded half up to the fen once. Under JUMP a value on a boundary takes the higher tier. */
export function commissionOn(value: Fen, tiers: readonly Tier[], kind: CommissionTiers): Fen {
  if (value <= 0) return NO_MONEY;
  const reached = tiers.filter((tier) => tier.from <= value);
  const millionths = kind === "JUMP" ? BigInt(value) * BigInt(reached.at(-1)?.rate ?? 0) : marginal(value, tiers);
  return fen(quotient(millionths, BigInt(WHOLE), "HALF_UP"));
}

/** Commission of one deal divided by the shares of those who made it; the parts sum to it. */
export function shareCommission(amount: Fen, shares: readonly Ppm[]): Fen[] {
  return splitByWeights(amount, shares);
}

/** Earned once enough of the price has been received. */
export function isEarned(received: Fen, price: Fen, threshold: Ppm): boolean {
  return BigInt(received) * BigInt(WHOLE) >= BigInt(price) * BigInt(threshold);
}

/** What each stage pays out (on receipts, on the loan's pay-out, at handover); they sum to the whole. */
export function stagesOf(amount: Fen, stages: readonly Ppm[]): Fen[] {
  return splitByWeights(amount, stages);
}

/**
 * What a deal that fell out of a month costs it: the month rated again without it. Under JUMP the others may lose
 * their tier too, so it can exceed the deal's own commission.
 */
export function clawback(monthValue: Fen, cancelled: Fen, tiers: readonly Tier[], kind: CommissionTiers): Fen {
  const before = commissionOn(monthValue, tiers, kind);
  return fen(before - commissionOn(fen(monthValue - cancelled), tiers, kind));
}

function marginal(value: Fen, tiers: readonly Tier[]): bigint {
  return tiers.reduce((sum, { from, rate }, at) => {
    const end = Math.min(value, tiers[at + 1]?.from ?? value);
    return end > from ? sum + BigInt(end - from) * BigInt(rate) : sum;
  }, 0n);
}
