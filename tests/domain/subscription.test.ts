import { describe, expect, it } from "vitest";
import { NO_APPROVAL } from "~/domain/authority";
import { day, WEEKENDS_ONLY } from "~/domain/calendar";
import { DEAL_STAGES } from "~/domain/deal-state";
import { type DealTerms, termsHold } from "~/domain/deal-terms";
import { yuan } from "~/domain/money";
import { equalShares, OWNERSHIP_FORMS, sharesHold } from "~/domain/ownership-shares";
import type { Instalment } from "~/domain/payment-plan";
import { ppm } from "~/domain/rate";
import {
  canConfirmUnit,
  canDraftSubscription,
  canExtendSignBy,
  canMakeEffective,
  canSignSubscription,
  payByOf,
  type Subscription,
  signByOf,
} from "~/domain/subscription";
import { SUBSCRIPTION_STATES, subscriptionState } from "~/domain/subscription-state";
import { answerOf } from "./refused";

const NOW = new Date("2026-03-02T02:00:00Z");
const PAY_BY = new Date("2026-03-03T02:00:00Z");
const TODAY = day("2026-03-02");
const PRICE = yuan(1_000_000);
const HOLDER = { reach: "own", own: true } as const;
const WHOLE_PRICE: Instalment = {
  lineId: "1",
  item: "一次性",
  due: { event: "CONTRACT", days: 0 },
  dueOn: TODAY,
  amount: PRICE,
  loan: false,
};

function terms(over: Partial<DealTerms> = {}): DealTerms {
  return {
    price: PRICE,
    bounds: { schemePrice: PRICE, floor: yuan(900_000), filed: yuan(1_100_000), filedLowest: null },
    authority: ppm(0),
    approval: NO_APPROVAL,
    schedule: [WHOLE_PRICE],
    ownershipForm: "SOLE",
    buyers: [{ complete: true, share: null }],
    eligible: true,
    ...over,
  };
}

function subscription(state: Subscription["state"], payBy: Date | null = PAY_BY): Subscription {
  return { state, draftedById: "consultant", earnestDue: yuan(50_000), payBy };
}

const OTHER_STAGES = DEAL_STAGES.filter((stage) => stage !== "HELD");

describe("terms of a deal", () => {
  it.each<[Partial<DealTerms>, string]>([
    [{}, "allowed"],
    [{ bounds: { ...terms().bounds, schemePrice: yuan(1_000_001) } }, "discount_above_authority"],
    [{ bounds: { ...terms().bounds, floor: yuan(1_000_001) } }, "price_below_floor"],
    [{ bounds: { ...terms().bounds, filed: yuan(999_999) } }, "price_above_filed"],
    [{ bounds: { ...terms().bounds, filedLowest: yuan(1_000_001) } }, "price_below_filed_band"],
    [{ schedule: [] }, "plan_missing"],
    [{ schedule: [{ ...WHOLE_PRICE, amount: yuan(1) }] }, "plan_sum_differs"],
    [{ buyers: [] }, "buyers_incomplete"],
    [{ buyers: [{ complete: false, share: null }] }, "buyers_incomplete"],
    [{ ownershipForm: "JOINT" }, "buyers_incomplete"],
    [{ buyers: [{ complete: true, share: ppm(1) }] }, "shares_not_whole"],
    [{ eligible: false }, "not_eligible"],
  ])("with %j: %s", (over, expected) => {
    expect(answerOf(termsHold(terms(over)))).toBe(expected);
  });
});

describe("ownership shares", () => {
  const half = ppm(500_000);
  it.each([
    ["SOLE", [null], "allowed"],
    ["SOLE", [null, null], "buyers_incomplete"],
    ["JOINT", [null], "buyers_incomplete"],
    ["JOINT", [null, null], "allowed"],
    ["JOINT", [half, half], "shares_not_whole"],
    ["BY_SHARES", [half, half], "allowed"],
    ["BY_SHARES", [half, null], "shares_not_whole"],
    ["BY_SHARES", [half, ppm(499_999)], "shares_not_whole"],
    ["BY_SHARES", [ppm(1_000_000), ppm(0)], "shares_not_whole"],
    ["BY_SHARES", [ppm(1_500_000), ppm(-500_000)], "shares_not_whole"],
    ["BY_SHARES", [ppm(1_000_000)], "buyers_incomplete"],
  ] as const)("%s with %j: %s", (form, shares, expected) => {
    expect(answerOf(sharesHold(form, shares))).toBe(expected);
  });

  it.each(OWNERSHIP_FORMS)("%s needs an owner", (form) => {
    expect(answerOf(sharesHold(form, []))).toBe("buyers_incomplete");
  });

  it.each([2, 3, 7])("divides among %i", (owners) => {
    expect(answerOf(sharesHold("BY_SHARES", equalShares(owners)))).toBe("allowed");
  });
});

describe("a subscription", () => {
  const held = (state: Subscription["state"] | null) => ({
    stage: "HELD" as const,
    subscription: state && subscription(state),
    sealed: false,
  });

  it.each([
    [null, "allowed", "subscription_not_drafted", "unit_not_confirmed", "subscription_not_signed"],
    ["DRAFTED", "allowed", "allowed", "unit_not_confirmed", "subscription_not_signed"],
    ["CONFIRMED", "allowed", "subscription_not_drafted", "allowed", "subscription_not_signed"],
    ["SIGNED", "subscription_signed", "subscription_not_drafted", "unit_not_confirmed", "allowed"],
    ["EFFECTIVE", "subscription_signed", "subscription_not_drafted", "unit_not_confirmed", "subscription_not_signed"],
  ] as const)("that is %s: draft %s, confirm %s, sign %s, effective %s", (state, draft, confirm, sign, effective) => {
    const deal = held(state);
    expect(answerOf(canDraftSubscription(deal, terms(), HOLDER))).toBe(draft);
    expect(answerOf(canConfirmUnit(deal, "controller"))).toBe(confirm);
    expect(answerOf(canSignSubscription(deal, terms(), "manager"))).toBe(sign);
    expect(answerOf(canMakeEffective(deal, yuan(50_000), NOW))).toBe(effective);
  });

  it.each(OTHER_STAGES.flatMap((stage) => SUBSCRIPTION_STATES.map((state) => [stage, state] as const)))(
    "moves no more at %s (%s)",
    (stage, state) => {
      const deal = { ...held(state), stage };
      expect(answerOf(canDraftSubscription(deal, terms(), HOLDER))).toBe("wrong_state");
      expect(answerOf(canConfirmUnit(deal, "controller"))).toBe("wrong_state");
      expect(answerOf(canSignSubscription(deal, terms(), "manager"))).toBe("wrong_state");
      expect(answerOf(canMakeEffective(deal, yuan(50_000), NOW))).toBe("wrong_state");
    },
  );

  it.each([
    [null, null, null, "DRAFTED"],
    [NOW, null, null, "CONFIRMED"],
    [NOW, NOW, null, "SIGNED"],
    [NOW, NOW, NOW, "EFFECTIVE"],
  ] as const)("confirmed %s, signed %s, effective %s is %s", (unitConfirmedAt, signedAt, effectiveAt, state) => {
    expect(subscriptionState({ unitConfirmedAt, signedAt, effectiveAt })).toBe(state);
  });

  it("is neither confirmed nor signed by its drafter", () => {
    expect(answerOf(canConfirmUnit(held("DRAFTED"), "consultant"))).toBe("own_request");
    expect(answerOf(canSignSubscription(held("CONFIRMED"), terms(), "consultant"))).toBe("own_request");
  });

  it("is drafted by the holder only, on terms that hold", () => {
    expect(answerOf(canDraftSubscription(held(null), terms(), { reach: "own", own: false }))).toBe("not_your_hold");
    expect(answerOf(canDraftSubscription(held(null), terms({ eligible: false }), HOLDER))).toBe("not_eligible");
    expect(answerOf(canSignSubscription(held("CONFIRMED"), terms({ schedule: [] }), "manager"))).toBe("plan_missing");
    expect(answerOf(canConfirmUnit({ ...held("DRAFTED"), sealed: true }, "controller"))).toBe("unit_sealed");
  });

  it.each([
    ["2026-03-03T01:59:59Z", 50_000, "allowed"],
    ["2026-03-03T02:00:00Z", 50_000, "past_pay_by"],
    ["2026-03-03T01:59:59Z", 49_999, "earnest_not_in_full"],
    ["2026-03-03T01:59:59Z", 60_000, "allowed"],
  ] as const)("at %s with %i yuan: %s", (now, paid, expected) => {
    expect(answerOf(canMakeEffective(held("SIGNED"), yuan(paid), new Date(now)))).toBe(expected);
  });

  it("says how much is missing", () => {
    expect(canMakeEffective(held("SIGNED"), yuan(20_000), NOW)).toMatchObject({
      refusal: { params: { missing: yuan(30_000), earnestDue: yuan(50_000) } },
    });
  });

  it("sets its own deadlines", () => {
    expect(payByOf(NOW, 24)).toEqual(PAY_BY);
    expect(signByOf(TODAY, 5, WEEKENDS_ONLY)).toBe("2026-03-09");
  });

  it.each([
    ["RESERVED", " ", "2026-03-10", 0, "reason_required"],
    ["RESERVED", "贷款材料未齐", "2026-03-02", 0, "until_past"],
    ["RESERVED", "贷款材料未齐", "2026-03-10", 1, "extensions_used_up"],
    ["RESERVED", "贷款材料未齐", "2026-03-10", 0, "allowed"],
    ["HELD", "贷款材料未齐", "2026-03-10", 0, "wrong_state"],
  ] as const)("%s, reason %s, until %s after %i extensions: %s", (stage, reason, until, extensions, expected) => {
    const deal = { stage, extensions, maxExtensions: 1 };
    expect(answerOf(canExtendSignBy(deal, { reason, until: day(until) }, TODAY))).toBe(expected);
  });
});
