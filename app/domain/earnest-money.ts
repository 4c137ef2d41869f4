import { type Fen, fen, minFen, partOf } from "./money";
import type { Ppm } from "./rate";

export type EarnestMoney = { earnest: Fen; advance: Fen };

/** Up to the limit (20 % of the price, 民法典 586) a payment binds as earnest money; the rest is an advance. */
export function splitEarnest(price: Fen, paid: Fen, limit: Ppm): EarnestMoney {
  const earnest = minFen(paid, partOf(price, limit, "DOWN"));
  return { earnest, advance: fen(paid - earnest) };
}

/** A seller in breach returns the earnest money twice and the advance once. */
export function owedOnSellersBreach({ earnest, advance }: EarnestMoney): Fen {
  return fen(2 * earnest + advance);
}

/** A buyer in breach loses the earnest money and gets the advance back. */
export function owedOnBuyersBreach({ advance }: EarnestMoney): Fen {
  return advance;
}

/** Where neither is to blame, all of it goes back. */
export function owedWithoutBlame({ earnest, advance }: EarnestMoney): Fen {
  return fen(earnest + advance);
}
