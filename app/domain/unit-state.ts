import type { LiveStage } from "./deal-state";
import { allow, refuse, type Verdict } from "./refusal";

export const RELEASE_STATES = ["UNRELEASED", "RELEASED", "WITHHELD"] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

export const SALE_STATES = [
  "UNRELEASED",
  "WITHHELD",
  "AVAILABLE",
  "QUEUED",
  "HELD",
  "RESERVED",
  "CONTRACTED",
  "FILED",
  "DELIVERED",
] as const;
export type SaleState = (typeof SALE_STATES)[number];

/** The state of a unit that arrived sold in an import: its claim has no deal behind it. */
export const OPENING_CLAIM_STATES = ["RESERVED", "CONTRACTED", "FILED"] as const;
export type OpeningClaimState = (typeof OPENING_CLAIM_STATES)[number];

export type DealClaim = {
  kind: "DEAL";
  since: Date;
  /** Who holds it, in words fit for colleagues: never the customer's name. */
  by: string;
  stage: LiveStage;
  holdUntil: Date | null;
  filed: boolean;
  delivered: boolean;
};
export type OpeningClaim = { kind: "OPENING"; since: Date; state: OpeningClaimState };
export type OpenClaim = DealClaim | OpeningClaim;

/** `queueNumbers` counts the live queue numbers on this unit. */
export type UnitFacts = { releaseState: ReleaseState; queueNumbers: number; openClaim: OpenClaim | null };

/** What the board shows: claim state, WITHHELD, UNRELEASED, QUEUED, AVAILABLE. Derived from facts, stored nowhere. */
export function saleStateOf(unit: UnitFacts, now: Date): SaleState {
  const claim = standingClaim(unit, now);
  if (claim) return furthestStep(claim);
  if (unit.releaseState !== "RELEASED") return unit.releaseState;
  return unit.queueNumbers > 0 ? "QUEUED" : "AVAILABLE";
}

/** The open claim, unless it is a hold whose time is up: that one counts for nothing, swept or not. */
export function standingClaim(unit: UnitFacts, now: Date): OpenClaim | null {
  const claim = unit.openClaim;
  if (!claim || claim.kind === "OPENING") return claim;
  const expired = claim.stage === "HELD" && claim.holdUntil !== null && claim.holdUntil <= now;
  return expired ? null : claim;
}

/** May anyone claim this unit now? Says who has it, or why it is not on offer. */
export function canClaim(unit: UnitFacts, now: Date): Verdict {
  const verdict = canClaimForNumber(unit, now);
  return verdict.ok && unit.queueNumbers > 0 ? refuse("unit_queued", { numbers: unit.queueNumbers }) : verdict;
}

/** As `canClaim`, for the bearer of a queue number: live numbers are no obstacle. */
export function canClaimForNumber(unit: UnitFacts, now: Date): Verdict {
  const taken = standingClaim(unit, now);
  if (taken) return refuse("unit_taken", { since: taken.since, by: taken.kind === "DEAL" ? taken.by : "—" });
  if (unit.releaseState === "WITHHELD") return refuse("unit_withheld");
  return unit.releaseState === "UNRELEASED" ? refuse("unit_not_released") : allow;
}

function furthestStep(claim: OpenClaim): SaleState {
  if (claim.kind === "OPENING") return claim.state;
  if (claim.stage !== "CONTRACTED") return claim.stage;
  if (claim.delivered) return "DELIVERED";
  return claim.filed ? "FILED" : "CONTRACTED";
}
