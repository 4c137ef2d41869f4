import type { Centiares } from "~/domain/area";
import { type AuthorityRole, type AuthorityTable, approversFor, discountChain } from "~/domain/authority";
import type { Day, HolidayCalendar } from "~/domain/calendar";
import { type Derivation, deriveSchemePrice, specialDepth, withSpecialDiscount } from "~/domain/derivation";
import {
  type ConditionKind,
  canStack,
  type DiscountLine,
  type DiscountSituation,
  qualifyingLines,
  unmetConditions,
} from "~/domain/discount";
import { usualEarnest } from "~/domain/earnest-limit";
import { type Fen, fen, yuan } from "~/domain/money";
import { type Instalment, scheduleOf } from "~/domain/payment-plan";
import { type Ppm, ppm } from "~/domain/rate";
import { demand, unless } from "~/domain/refusal";
import type { Settings } from "~/domain/setting";
import type { OfferedPlan } from "./list-plans.server";
import type { OfferedScheme } from "./list-schemes.server";

export type PricedHome = { list: Fen; area: Centiares };
export type Wish = {
  schemes: readonly OfferedScheme[];
  plan: OfferedPlan | null;
  /** Special discount 特殊优惠 in fen, on top of the schemes. */
  specialOff: Fen;
  /** Null: what is usual. */
  earnest: Fen | null;
  on: Day;
  holidays: HolidayCalendar;
};

export type SkippedLine = { name: string; scheme: string; because: ConditionKind[] };
export type DealPrice = {
  derivation: Derivation;
  schemePrice: Fen;
  dealPrice: Fen;
  depth: Ppm;
  skipped: SkippedLine[];
  earnest: Fen;
  schedule: Instalment[];
};

/** The price of a home under the chosen schemes and plan, with every step, and the instalments it is paid in. */
export function priceDeal(home: PricedHome, wish: Wish, settings: Settings): DealPrice {
  const situation: DiscountSituation = {
    on: wish.on,
    planKind: wish.plan?.kind ?? null,
    signsWithinDays: settings.signByDays,
    groupSize: 1,
    couponCodes: new Set(),
    used: new Map(),
  };
  const lines = wish.schemes.flatMap((scheme) => scheme.lines);
  const counted = qualifyingLines(lines, situation);
  demand(canStack(counted));
  const scheme = deriveSchemePrice(home, counted, settings.discountOrder, {
    step: yuan(settings.priceRoundingYuan),
    direction: settings.priceRounding,
  });
  const dealPrice = fen(scheme.final - wish.specialOff);
  demand(unless(dealPrice > 0, "price_not_positive", { price: dealPrice }));
  const usual = usualEarnest(dealPrice, yuan(settings.earnestYuan), ppm(settings.earnestLimitPpm));
  const earnest = wish.earnest ?? usual;
  return {
    derivation: withSpecialDiscount(scheme, dealPrice),
    schemePrice: scheme.final,
    dealPrice,
    depth: specialDepth(scheme.final, dealPrice),
    skipped: skippedLines(wish.schemes, situation),
    earnest,
    schedule: wish.plan ? instalments(wish.plan, dealPrice, earnest, wish, settings) : [],
  };
}

/** How deep each role goes without asking. */
export function authorityTable(settings: Settings): AuthorityTable {
  return {
    CONSULTANT: ppm(settings.consultantDepthPpm),
    MANAGER: ppm(settings.managerDepthPpm),
    DIRECTOR: ppm(settings.directorDepthPpm),
    GM: ppm(1_000_000),
  };
}

/**
 * Who has to say yes to this price, one after the other: nobody where the consultant's own authority reaches, the general
 * manager under the floor.
 */
export function approversOf(price: DealPrice, floor: Fen | null, settings: Settings): AuthorityRole[] {
  const nearest = nearestApprover(price, floor, settings);
  if (nearest === "CONSULTANT") return [];
  const off = fen(price.schemePrice - price.dealPrice);
  return discountChain(nearest, off, yuan(settings.discountSecondYuan));
}

function nearestApprover(price: DealPrice, floor: Fen | null, settings: Settings): AuthorityRole {
  if (floor !== null && price.dealPrice < floor) return "GM";
  return approversFor(price.schemePrice, price.dealPrice, authorityTable(settings))[0] ?? "GM";
}

function instalments(plan: OfferedPlan, price: Fen, earnest: Fen, { on, holidays }: Wish, settings: Settings) {
  const events = { on: { RESERVATION: on }, holidays };
  return scheduleOf(plan.lines, { price, earnest, loanStep: yuan(settings.loanStepYuan), events });
}

function skippedLines(schemes: readonly OfferedScheme[], situation: DiscountSituation): SkippedLine[] {
  const all: { scheme: string; line: DiscountLine }[] = schemes.flatMap(({ name, lines }) =>
    lines.map((line) => ({ scheme: name, line })),
  );
  return all
    .map(({ scheme, line }) => ({ name: line.name, scheme, because: unmetConditions(line, situation) }))
    .filter(({ because }) => because.length > 0);
}
