import { decimalFromWhole, wholeFromDecimal } from "./decimal-text";

/** Whole hundredths of a square metre. */
export type Centiares = number & { readonly __unit: "centiares" };

/** A whole number of centiares. Throws RangeError on anything else. */
export function centiares(value: number): Centiares {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole area: ${value}`);
  return (value === 0 ? 0 : value) as Centiares;
}

/** "89.35" ㎡ → 8 935 centiares; null where it is no area or finer than a centiare. */
export function centiaresFromSquareMetres(text: string): Centiares | null {
  const value = wholeFromDecimal(text, 2);
  return value === null ? null : centiares(value);
}

/** 8 935 centiares → "89.35". */
export function squareMetresFromCentiares(area: Centiares): string {
  return decimalFromWhole(area, 2);
}

export function sumCentiares(areas: Iterable<Centiares>): Centiares {
  let total = 0;
  for (const area of areas) total += area;
  return centiares(total);
}
