import { describe, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { byTurn, canClaim, firstOwner, isInPool, type Ownership, ownedUntil } from "~/domain/ownership";

const SINCE = new Date("2026-03-02T02:00:00Z");
const owned: Ownership = {
  ownerId: "a",
  ownerActive: true,
  ownedSince: SINCE,
  lastFollowUpAt: null,
  buying: false,
};
const daysOn = (days: number) => hoursAfter(SINCE, days * 24);

describe("the end of an ownership", () => {
  it.each([
    ["counts from the day it began", owned, daysOn(15)],
    ["from the last follow-up", { ...owned, lastFollowUpAt: daysOn(4) }, daysOn(19)],
    ["not from a follow-up of the owner before", { ...owned, lastFollowUpAt: daysOn(-9) }, daysOn(15)],
    ["never comes for somebody who buys", { ...owned, buying: true }, null],
    ["nor where nobody owns", { ...owned, ownerId: null }, null],
  ])("%s", (_, ownership, until) => {
    expect(ownedUntil(ownership, 15)).toEqual(until);
  });

  it.each([
    [owned, daysOn(14.999), false],
    [owned, daysOn(15), true],
    [{ ...owned, ownerActive: false }, SINCE, true],
    [{ ...owned, ownerId: null }, SINCE, true],
    [{ ...owned, buying: true }, daysOn(999), false],
  ])("%# in the public pool", (ownership, now, pooled) => {
    expect(isInPool(ownership, 15, now)).toBe(pooled);
    const verdict = canClaim(ownership, 15, now, "张三");
    if (pooled) expect(verdict.ok).toBe(true);
    else expect(verdict).toEqual({ ok: false, refusal: { code: "not_in_pool", params: { owner: "张三" } } });
  });
});

it.each([
  [{ complete: true, knownOwnerId: null, servedById: "b" }, "b"],
  [{ complete: true, knownOwnerId: "a", servedById: "b" }, "a"],
  [{ complete: false, knownOwnerId: null, servedById: "b" }, null],
  [{ complete: true, knownOwnerId: null, servedById: null }, null],
])("%# the first complete registration wins", (arrival, owner) => {
  expect(firstOwner(arrival)).toBe(owner);
});

it("serves the fewest new customers first, then whoever has waited longest", () => {
  const turns = [
    { name: "two", newToday: 2, lastAt: daysOn(0) },
    { name: "late", newToday: 1, lastAt: daysOn(2) },
    { name: "early", newToday: 1, lastAt: daysOn(1) },
    { name: "none", newToday: 0, lastAt: null },
  ];
  expect(turns.toSorted(byTurn).map(({ name }) => name)).toEqual(["none", "early", "late", "two"]);
});
