import type { Centiares } from "~/domain/area";
import { type Fen, fen } from "~/domain/money";
import { type Ppm, ppm } from "~/domain/rate";
import { quotient } from "~/domain/rounding";

/** What each costs more than the cheapest that has a price; null where there is none. */
export function differences(prices: readonly (Fen | null)[]): (Fen | null)[] {
  const known = prices.filter((price) => price !== null);
  const least = Math.min(...known);
  return prices.map((price) => (price === null ? null : fen(price - least)));
}

/** 得房率: internal ÷ gross area, rounded half up to the hundredth of a percent. */
export function efficiencyOf(internal: Centiares, gross: Centiares): Ppm | null {
  if (gross <= 0 || internal <= 0) return null;
  return ppm(Number(quotient(BigInt(internal) * 10_000n, BigInt(gross), "HALF_UP")) * 100);
}
