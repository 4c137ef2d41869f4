import { addDays, businessDay } from "./calendar";
import { all, refuse, unless, type Verdict } from "./refusal";
import { standingClaim, type UnitFacts } from "./unit-state";

export type WithholdLimits = { maxDays: number; maxUnits: number };

/** 销控: a unit on offer is taken off it for a reason, until a moment, and never more than so many at a time. */
export function canWithhold(
  unit: UnitFacts,
  asked: { reason: string; until: Date | null },
  withheld: number,
  limits: WithholdLimits,
  now: Date,
): Verdict {
  const taken = standingClaim(unit, now);
  if (taken) return refuse("unit_taken", { since: taken.since, by: taken.kind === "DEAL" ? taken.by : "—" });
  return all(
    unless(unit.releaseState !== "UNRELEASED", "unit_not_released"),
    unless(unit.releaseState !== "WITHHELD", "unit_withheld"),
    unless(unit.queueNumbers === 0, "queue_number_live", { numbers: unit.queueNumbers }),
    unless(asked.reason.trim() !== "", "reason_required"),
    mayWithholdUntil(asked.until, limits, now),
    unless(withheld < limits.maxUnits, "withhold_cap_reached", { max: limits.maxUnits }),
  );
}

function mayWithholdUntil(until: Date | null, { maxDays }: WithholdLimits, now: Date): Verdict {
  if (!until) return refuse("until_required");
  return all(
    unless(until > now, "until_past", { until }),
    unless(businessDay(until) <= addDays(businessDay(now), maxDays), "withheld_too_long", { maxDays }),
  );
}
