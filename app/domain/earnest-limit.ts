import { type Fen, minFen, partOf } from "./money";
import type { Ppm } from "./rate";
import { all, unless, type Verdict } from "./refusal";

/** The earnest money usually asked for, never above what the law lets count as such. */
export function usualEarnest(price: Fen, usual: Fen, limit: Ppm): Fen {
  return minFen(usual, partOf(price, limit, "DOWN"));
}

/** Earnest money is above zero and within its share of the price (20 %, 民法典 586). */
export function earnestHolds(price: Fen, earnest: Fen, limit: Ppm): Verdict {
  const max = partOf(price, limit, "DOWN");
  return all(unless(earnest > 0, "amount_not_positive"), unless(earnest <= max, "earnest_above_limit", { limit, max }));
}
