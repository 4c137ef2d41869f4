import { describe, expect, it } from "vitest";
import { ENDED_STAGES, LIVE_STAGES, liveStage } from "~/domain/deal-state";
import {
  canClaim,
  canClaimForNumber,
  type DealClaim,
  OPENING_CLAIM_STATES,
  type OpenClaim,
  RELEASE_STATES,
  type ReleaseState,
  type SaleState,
  saleStateOf,
} from "~/domain/unit-state";

const NOW = new Date("2026-03-02T02:00:00Z");
const LATER = new Date("2026-03-02T02:00:01Z");
const SINCE = new Date("2026-03-01T02:00:00Z");

function claim(over: Partial<DealClaim>): DealClaim {
  const base = { kind: "DEAL", since: SINCE, by: "Li", stage: "CONTRACTED", holdUntil: null } as const;
  return { ...base, filed: false, delivered: false, ...over };
}

const CLAIMS: Record<string, OpenClaim | null> = {
  none: null,
  held: claim({ stage: "HELD", holdUntil: LATER }),
  "held without end": claim({ stage: "HELD" }),
  "time is up": claim({ stage: "HELD", holdUntil: NOW }),
  reserved: claim({ stage: "RESERVED", holdUntil: NOW }),
  contracted: claim({}),
  filed: claim({ filed: true }),
  delivered: claim({ filed: true, delivered: true }),
  "delivered unfiled": claim({ delivered: true }),
  "opening reserved": { kind: "OPENING", since: SINCE, state: "RESERVED" },
  "opening contracted": { kind: "OPENING", since: SINCE, state: "CONTRACTED" },
  "opening filed": { kind: "OPENING", since: SINCE, state: "FILED" },
};

// One row per claim. Without a standing claim the release state and the people in line decide.
const GRID: Record<keyof typeof CLAIMS, SaleState | null> = {
  none: null,
  held: "HELD",
  "held without end": "HELD",
  "time is up": null,
  reserved: "RESERVED",
  contracted: "CONTRACTED",
  filed: "FILED",
  delivered: "DELIVERED",
  "delivered unfiled": "DELIVERED",
  "opening reserved": "RESERVED",
  "opening contracted": "CONTRACTED",
  "opening filed": "FILED",
};

function unclaimed(releaseState: ReleaseState, queueNumbers: number): SaleState {
  if (releaseState !== "RELEASED") return releaseState;
  return queueNumbers > 0 ? "QUEUED" : "AVAILABLE";
}

const CELLS = Object.entries(GRID).flatMap(([name, byClaim]) =>
  RELEASE_STATES.flatMap((releaseState) =>
    [0, 2].map((queueNumbers) => {
      const expected = byClaim ?? unclaimed(releaseState, queueNumbers);
      return { name, releaseState, queueNumbers, openClaim: CLAIMS[name] ?? null, expected, claimed: byClaim !== null };
    }),
  ),
);

describe("sale state", () => {
  it.each(CELLS)("$releaseState, $queueNumbers in line, claim $name → $expected", ({ expected, ...unit }) => {
    expect(saleStateOf(unit, NOW)).toBe(expected);
  });

  it("holds to the second", () => {
    const unit = {
      releaseState: "RELEASED",
      queueNumbers: 0,
      openClaim: claim({ stage: "HELD", holdUntil: LATER }),
    } as const;
    expect(saleStateOf(unit, new Date(LATER.getTime() - 1))).toBe("HELD");
    expect(saleStateOf(unit, LATER)).toBe("AVAILABLE");
  });

  it.each(ENDED_STAGES)("an open claim on a deal that is %s is a defect", (stage) => {
    expect(() => liveStage(stage)).toThrow(stage);
  });

  it.each(LIVE_STAGES)("%s is a live stage", (stage) => {
    expect(liveStage(stage)).toBe(stage);
  });

  it.each(OPENING_CLAIM_STATES)("a unit that came sold shows %s", (state) => {
    const openClaim = { kind: "OPENING", since: SINCE, state } as const;
    expect(saleStateOf({ releaseState: "UNRELEASED", queueNumbers: 0, openClaim }, NOW)).toBe(state);
  });
});

describe("claiming", () => {
  const REFUSALS = { WITHHELD: "unit_withheld", UNRELEASED: "unit_not_released", QUEUED: "unit_queued" } as const;

  it.each(CELLS)("$releaseState, $queueNumbers in line, claim $name", ({ expected, claimed, ...unit }) => {
    const verdict = canClaim(unit, NOW);
    const code = claimed ? "unit_taken" : REFUSALS[expected as keyof typeof REFUSALS];
    expect(verdict.ok ? undefined : verdict.refusal.code).toBe(code);
    const byNumber = canClaimForNumber(unit, NOW);
    expect(byNumber.ok ? undefined : byNumber.refusal.code).toBe(code === "unit_queued" ? undefined : code);
  });

  it("says who has the unit and since when", () => {
    const unit = { releaseState: "RELEASED", queueNumbers: 0, openClaim: claim({ stage: "RESERVED" }) } as const;
    expect(canClaim(unit, NOW)).toEqual({
      ok: false,
      refusal: { code: "unit_taken", params: { by: "Li", since: SINCE } },
    });
  });
});
