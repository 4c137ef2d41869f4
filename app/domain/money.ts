import { decimalFromWhole, wholeFromDecimal } from "./decimal-text";
import { type Ppm, WHOLE } from "./rate";
import { quotient, type Rounding } from "./rounding";

/** Whole fen (1/100 yuan): sums are exact, products go through BigInt. */
export type Fen = number & { readonly __unit: "fen" };

export const NO_MONEY = 0 as Fen;

/** A whole number of fen. Throws RangeError beyond exact integers. */
export function fen(value: number | bigint): Fen {
  const whole = Number(value);
  if (!Number.isSafeInteger(whole)) throw new RangeError(`not a whole fen amount: ${value}`);
  return (whole === 0 ? 0 : whole) as Fen;
}

/** Whole yuan as fen. */
export function yuan(value: number): Fen {
  return fen(BigInt(value) * 100n);
}

/** "1,680.32" → 168 032 fen; null where it is no amount or finer than a fen. */
export function fenFromYuan(text: string): Fen | null {
  const value = wholeFromDecimal(text, 2);
  return value === null ? null : fen(value);
}

/** 168 032 fen → "1680.32", for files and machines; screens format by locale. */
export function yuanFromFen(amount: Fen): string {
  return decimalFromWhole(amount, 2);
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += BigInt(amount);
  return fen(total);
}

export function minFen(first: Fen, ...others: readonly Fen[]): Fen {
  return fen(Math.min(first, ...others));
}

export function maxFen(first: Fen, ...others: readonly Fen[]): Fen {
  return fen(Math.max(first, ...others));
}

/** The share of an amount, rounded to the fen. */
export function partOf(amount: Fen, share: Ppm, rounding: Rounding): Fen {
  return fen(quotient(BigInt(amount) * BigInt(share), BigInt(WHOLE), rounding));
}

/** An amount rounded to whole steps, e.g. of 10 000 yuan. */
export function roundTo(amount: Fen, step: Fen, rounding: Rounding): Fen {
  return fen(quotient(BigInt(amount), BigInt(step), rounding) * BigInt(step));
}

/** What share one amount is of another (above zero), rounded to the millionth. */

export function shareOf(part: Fen, whole: Fen, rounding: Rounding): Ppm {
  return Number(quotient(BigInt(part) * BigInt(WHOLE), BigInt(whole), rounding)) as Ppm;
}

/**
 * Divides an amount by weights; the parts sum to the whole. Each part is rounded down, and the fen left over go
 * one each to the parts that lost most, the earlier first.
 */
export function splitByWeights(amount: Fen, weights: readonly number[]): Fen[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole <= 0n || weights.some((weight) => weight < 0)) throw new RangeError("weights must be above zero in sum");
  const sign = amount < 0 ? -1n : 1n;
  const size = BigInt(amount) * sign;
  const parts = weights.map((weight, at) => {
    const product = size * BigInt(weight);
    return { at, fen: product / whole, lost: product % whole };
  });
  let left = size - parts.reduce((sum, part) => sum + part.fen, 0n);
  const byLoss = parts.toSorted((a, b) => (a.lost === b.lost ? a.at - b.at : a.lost > b.lost ? -1 : 1));
  for (const part of byLoss) {
    if (left === 0n) break;
    part.fen += 1n;
    left -= 1n;
  }
  return parts.map((part) => fen(part.fen * sign));
}
