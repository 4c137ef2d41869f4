import type { Day } from "~/domain/calendar";
import type { Fen } from "~/domain/money";
import type { PlanKind } from "~/domain/payment-plan";
import type { Ppm } from "~/domain/rate";
import type { UnitPrice } from "~/domain/unit-price";

/** One line of a scheme as it is written: 折, 点, 总价减 or 单价减, and when it counts. */
export type NewDiscountLine = {
  name: string;
  /** Only with a payment plan of this kind; null: with any. */
  planKind: PlanKind | null;
  /** Only for buyers who sign within so many days; null: for all. */
  signWithin: number | null;
} & (
  | { kind: "MULTIPLY"; ppm: Ppm }
  | { kind: "POINTS"; ppm: Ppm }
  | { kind: "TOTAL_OFF"; amount: Fen }
  | { kind: "UNIT_OFF"; perSquareMetre: UnitPrice }
);

export type NewScheme = {
  name: string;
  validFrom: Day;
  validUntil: Day | null;
  lines: readonly NewDiscountLine[];
};
