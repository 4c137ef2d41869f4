import { SALE_STATES, type SaleState } from "~/domain/unit-state";
import type { BoardUnit } from "./board-unit";

/** Areas in 1/100 ㎡, money in fen: the list price where there is one, else the filed price. */
export type Sum = { count: number; area: number; amount: number };
export type BoardSums = Record<SaleState | "all", Sum>;

/** The list price where there is one, else the filed price. */
export function priceOf(unit: Pick<BoardUnit, "list" | "filed">): number | null {
  return unit.list ?? unit.filed;
}

/** Count, area and amount by sale state. */
export function sumBoard(units: readonly BoardUnit[]): BoardSums {
  const keys = [...SALE_STATES, "all"] as const;
  const sums = Object.fromEntries(keys.map((key) => [key, { count: 0, area: 0, amount: 0 }])) as BoardSums;
  for (const unit of units) {
    for (const sum of [sums[unit.state], sums.all]) {
      sum.count += 1;
      sum.area += unit.gross;
      sum.amount += priceOf(unit) ?? 0;
    }
  }
  return sums;
}
