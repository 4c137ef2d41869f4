import { decimalFromWhole, wholeFromDecimal } from "./decimal-text";

/** Millionths: 1_000_000 = 100 %, 39_500 = 3.95 %, 980_000 = 98 折, 300 = 万分之三. */
export type Ppm = number & { readonly __unit: "ppm" };

export const WHOLE = 1_000_000 as Ppm;
export const NOTHING = 0 as Ppm;

/** A whole number of millionths. Throws RangeError on anything else. */
export function ppm(value: number): Ppm {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole rate: ${value}`);
  return (value === 0 ? 0 : value) as Ppm;
}

/** "3.95" → 39 500 ppm; null where it is no number or finer than a millionth. */
export function ppmFromPercent(text: string): Ppm | null {
  const value = wholeFromDecimal(text.replace(/[%％]\s*$/, ""), 4);
  return value === null ? null : ppm(value);
}

/** 39 500 ppm → "3.95", without a percent sign and without trailing zeros. */
export function percentFromPpm(rate: Ppm): string {
  return decimalFromWhole(rate, 4).replace(/\.?0+$/, "");
}
