import { describe, expect, it } from "vitest";
import { DEAL_STAGES } from "~/domain/deal-state";
import {
  canCancelHold,
  canExtendHold,
  canHold,
  canReleaseHold,
  endOfHold,
  type HeldDeal,
  isTimeUp,
  mayHoldAnother,
  mayHoldUntil,
} from "~/domain/hold";
import { fen } from "~/domain/money";
import { SUBSCRIPTION_STATES } from "~/domain/subscription-state";
import { answerOf } from "./refused";

const NOW = new Date("2026-03-02T02:00:00Z");
const at = (time: string) => new Date(`2026-03-0${time}Z`);
const LIMITS = { maxHours: 24, maxOpenHolds: 3, maxExtensions: 1 };
const FREE = { releaseState: "RELEASED", queueNumbers: 0, openClaim: null, sealed: false } as const;
const HOLDER = { reach: "own", own: true } as const;

function held(over: Partial<HeldDeal> = {}): HeldDeal {
  const bare = { stage: "HELD", holdUntil: at("2T10:00:00"), extensions: 0, subscription: null } as const;
  return { ...bare, deposit: fen(0), earnest: fen(0), paymentUnconfirmed: false, ...over };
}

describe("placing a hold", () => {
  it("asks for a unit that is on offer and not sealed", () => {
    expect(answerOf(canHold(FREE, NOW))).toBe("allowed");
    expect(answerOf(canHold({ ...FREE, sealed: true }, NOW))).toBe("unit_sealed");
    expect(answerOf(canHold({ ...FREE, queueNumbers: 1, sealed: true }, NOW))).toBe("unit_queued");
  });

  it.each([
    ["2T02:00:00", false, "until_past"],
    ["1T02:00:00", true, "until_past"],
    ["2T02:00:01", false, "allowed"],
    ["3T02:00:00", false, "allowed"],
    ["3T02:00:01", false, "hold_too_long"],
    ["3T02:00:01", true, "allowed"],
  ] as const)("until day %s, approved %s: %s", (until, approved, expected) => {
    expect(answerOf(mayHoldUntil(at(until), NOW, LIMITS, approved))).toBe(expected);
  });

  it.each([
    [0, false, "allowed"],
    [2, false, "allowed"],
    [3, false, "hold_cap_reached"],
    [3, true, "allowed"],
  ] as const)("with %i open holds, approved %s: %s", (open, approved, expected) => {
    expect(answerOf(mayHoldAnother(open, LIMITS, approved))).toBe(expected);
  });
});

describe("giving up a hold", () => {
  it.each([
    ["own", true, "allowed"],
    ["own", false, "not_your_hold"],
    ["scope", false, "allowed"],
    [null, true, "not_your_hold"],
  ] as const)("reach %s, own %s: %s", (reach, own, expected) => {
    expect(answerOf(canReleaseHold(held(), { reach, own }))).toBe(expected);
    expect(answerOf(canCancelHold(held({ deposit: fen(1) }), { reach, own }))).toBe(expected);
  });

  it.each([
    [{}, "allowed", "no_money_behind"],
    [{ deposit: fen(1) }, "money_behind", "allowed"],
    [{ earnest: fen(1) }, "money_behind", "earnest_behind"],
    [{ deposit: fen(1), earnest: fen(1) }, "money_behind", "earnest_behind"],
    [{ paymentUnconfirmed: true }, "payment_unconfirmed", "payment_unconfirmed"],
  ] as const)("with %j it is released: %s, cancelled: %s", (over, released, cancelled) => {
    expect(answerOf(canReleaseHold(held(over), HOLDER))).toBe(released);
    expect(answerOf(canCancelHold(held(over), HOLDER))).toBe(cancelled);
  });

  it.each(DEAL_STAGES.filter((stage) => stage !== "HELD"))("is too late at %s", (stage) => {
    const deal = held({ stage });
    expect(answerOf(canReleaseHold(deal, HOLDER))).toBe("wrong_state");
    expect(answerOf(canCancelHold(deal, HOLDER))).toBe("wrong_state");
    expect(answerOf(canExtendHold(deal, at("2T12:00:00"), NOW, LIMITS))).toBe("wrong_state");
    expect(isTimeUp(deal, at("9T00:00:00"))).toBe(false);
    expect(endOfHold(deal, at("9T00:00:00"))).toBeNull();
  });
});

describe("extending a hold", () => {
  it.each([
    [{}, "2T12:00:00", false, "allowed"],
    [{}, "2T01:00:00", false, "until_past"],
    [{}, "4T12:00:00", false, "hold_too_long"],
    [{}, "4T12:00:00", true, "allowed"],
    [{ extensions: 1 }, "2T12:00:00", false, "extensions_used_up"],
    [{ extensions: 1 }, "2T12:00:00", true, "allowed"],
    [{ subscription: "DRAFTED" }, "2T12:00:00", false, "allowed"],
    [{ subscription: "CONFIRMED" }, "2T12:00:00", false, "allowed"],
    [{ subscription: "SIGNED" }, "2T12:00:00", true, "subscription_signed"],
  ] as const)("%j until day %s, approved %s: %s", (over, until, approved, expected) => {
    expect(answerOf(canExtendHold(held(over), at(until), NOW, LIMITS, approved))).toBe(expected);
  });
});

describe("the end of a hold", () => {
  it("comes to the second", () => {
    expect(isTimeUp(held(), at("2T09:59:59"))).toBe(false);
    expect(isTimeUp(held(), at("2T10:00:00"))).toBe(true);
    expect(endOfHold(held(), at("2T09:59:59"))).toBeNull();
    expect(endOfHold(held({ holdUntil: null }), at("9T00:00:00"))).toBeNull();
  });

  const cells = [null, ...SUBSCRIPTION_STATES].flatMap((subscription) =>
    [0, 1].flatMap((deposit) =>
      [0, 1].map((earnest) => ({ subscription, deposit: fen(deposit), earnest: fen(earnest) })),
    ),
  );

  it.each(cells)("with %j is VOIDED only where it was signed for and nobody paid", (over) => {
    const signed = over.subscription === "SIGNED" || over.subscription === "EFFECTIVE";
    const unpaid = over.deposit === 0 && over.earnest === 0;
    expect(endOfHold(held(over), at("2T10:00:00"))).toBe(signed && unpaid ? "VOIDED" : "EXPIRED");
  });
});
