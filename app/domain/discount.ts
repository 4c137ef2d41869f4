import type { Centiares } from "./area";
import type { Day } from "./calendar";
import type { Fen } from "./money";
import type { PlanKind } from "./payment-plan";
import type { Ppm } from "./rate";
import { allow, refuse, type Verdict } from "./refusal";
import type { UnitPrice } from "./unit-price";

/** MULTIPLY 折, POINTS 点, TOTAL_OFF 总价减, UNIT_OFF 单价减. */
export const DISCOUNT_KINDS = ["MULTIPLY", "POINTS", "TOTAL_OFF", "UNIT_OFF"] as const;
export type DiscountKind = (typeof DISCOUNT_KINDS)[number];

/** 先减后乘, 先乘后减. */
export const DISCOUNT_ORDERS = ["SUBTRACT_THEN_MULTIPLY", "MULTIPLY_THEN_SUBTRACT"] as const;
export type DiscountOrder = (typeof DISCOUNT_ORDERS)[number];

/** When a line counts. A missing condition asks for nothing. */
export type DiscountConditions = {
  planKinds?: readonly PlanKind[];
  /** Counts for buyers who undertake to sign within so many days of the subscription. */
  signWithinDays?: number;
  minGroupSize?: number;
  couponCode?: string;
  from?: Day;
  until?: Day;
  /** How many deals may have it in all. */
  quota?: number;
};

export type ConditionKind = "PAYMENT_PLAN" | "SIGN_ON_TIME" | "GROUP" | "COUPON" | "NOT_YET" | "OVER" | "QUOTA";

type Effect =
  /** 98 折 = 980 000. */
  | { kind: "MULTIPLY"; factor: Ppm }
  /** One point = 10 000. */
  | { kind: "POINTS"; points: Ppm }
  | { kind: "TOTAL_OFF"; amount: Fen }
  /** Off per ㎡ of the area by which the unit is priced. */
  | { kind: "UNIT_OFF"; perSquareMetre: UnitPrice };

/** A published line of a scheme. One with `stacks: false` stands alone on a price. */
export type DiscountLine = Effect & { id: string; name: string; stacks?: boolean; conditions: DiscountConditions };

/** What is known of the buyer and the deal when a price is made. `used` counts earlier deals by line. */
export type DiscountSituation = {
  on: Day;
  planKind: PlanKind | null;
  /** Days within which the buyer undertakes to sign. */
  signsWithinDays: number | null;
  groupSize: number;
  couponCodes: ReadonlySet<string>;
  used: ReadonlyMap<string, number>;
};

export type PricedUnit = { list: Fen; area: Centiares };

/** Why a line does not count here; empty where it does. */
export function unmetConditions(line: DiscountLine, now: DiscountSituation): ConditionKind[] {
  const asks = line.conditions;
  const unmet: [ConditionKind, boolean][] = [
    ["PAYMENT_PLAN", asks.planKinds !== undefined && !asks.planKinds.some((kind) => kind === now.planKind)],
    ["SIGN_ON_TIME", asks.signWithinDays !== undefined && (now.signsWithinDays ?? Infinity) > asks.signWithinDays],
    ["GROUP", asks.minGroupSize !== undefined && now.groupSize < asks.minGroupSize],
    ["COUPON", asks.couponCode !== undefined && !now.couponCodes.has(asks.couponCode)],
    ["NOT_YET", asks.from !== undefined && now.on < asks.from],
    ["OVER", asks.until !== undefined && now.on > asks.until],
    ["QUOTA", asks.quota !== undefined && (now.used.get(line.id) ?? 0) >= asks.quota],
  ];
  return unmet.filter(([, isUnmet]) => isUnmet).map(([kind]) => kind);
}

/** The lines of the chosen schemes that count here, as one set. */
export function qualifyingLines(lines: readonly DiscountLine[], situation: DiscountSituation): DiscountLine[] {
  return lines.filter((line) => unmetConditions(line, situation).length === 0);
}

/** Refuses a set in which a line that does not stack meets another one. */
export function canStack(lines: readonly DiscountLine[]): Verdict {
  const alone = lines.find((line) => line.stacks === false);
  return alone && lines.length > 1 ? refuse("discounts_do_not_stack", { line: alone.name }) : allow;
}
