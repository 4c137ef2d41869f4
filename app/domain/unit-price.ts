import type { Centiares } from "./area";
import { decimalFromWhole, wholeFromDecimal } from "./decimal-text";
import { type Fen, fen } from "./money";
import { quotient, type Rounding } from "./rounding";

/** Whole hundredths of a fen per square metre: 20 513.55 yuan/㎡ = 205 135 500. */
export type UnitPrice = number & { readonly __unit: "1/100 fen per square metre" };

// (1/100 fen per ㎡) × (1/100 ㎡) = 1/10 000 fen
const PRODUCT = 10_000n;

/** A whole number of 1/100 fen per ㎡. Throws RangeError on anything else. */
export function unitPrice(value: number | bigint): UnitPrice {
  const whole = Number(value);
  if (!Number.isSafeInteger(whole)) throw new RangeError(`not a whole unit price: ${value}`);
  return (whole === 0 ? 0 : whole) as UnitPrice;
}

/** "65154.91" yuan/㎡ → 651 549 100; null where it is no number or finer than 1/100 fen. */
export function unitPriceFromYuan(text: string): UnitPrice | null {
  const value = wholeFromDecimal(text, 4);
  return value === null ? null : unitPrice(value);
}

/** 651 549 100 → "65154.91" yuan/㎡, with at least two decimals. */
export function yuanFromUnitPrice(price: UnitPrice): string {
  return decimalFromWhole(price, 4)
    .replace(/(\.\d\d)(\d?)0$/, "$1$2")
    .replace(/(\.\d\d)0$/, "$1");
}

/** Unit price × area, rounded to the fen. A stored total is never replaced by this product. */
export function totalOf(price: UnitPrice, area: Centiares, rounding: Rounding): Fen {
  return fen(quotient(BigInt(price) * BigInt(area), PRODUCT, rounding));
}

/** Total ÷ area (above zero), rounded to 1/100 fen per ㎡. */
export function unitPriceOf(total: Fen, area: Centiares, rounding: Rounding): UnitPrice {
  return unitPrice(quotient(BigInt(total) * PRODUCT, BigInt(area), rounding));
}
