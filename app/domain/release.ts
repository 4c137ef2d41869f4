import type { FiledRule } from "./filed-band";
import type { Fen } from "./money";
import { inFiledBand } from "./price-list";
import { all, unless, type Verdict } from "./refusal";
import type { Settings } from "./setting";
import { canMove, type StateOf } from "./transition";
import type { ReleaseState } from "./unit-state";

export type ReleaseBatchStatus = StateOf<"release_batch">;

/** A unit as a release batch 推盘批次 sees it. `list`: the price in force, or approved for no later than the opening. */
export type UnitToRelease = {
  label: string;
  forSale: boolean;
  releaseState: ReleaseState;
  taken: boolean;
  sealed: boolean;
  presale: boolean;
  permitted: boolean;
  list: Fen | null;
  filed: Fen | null;
};

export type ReleaseRule = FiledRule & Pick<Settings, "permitGuard" | "onePriceGuard">;

/** May this unit go into a batch? Only what is for sale and not yet offered or sold. */
export function canPick(unit: UnitToRelease): Verdict {
  const named = { unit: unit.label };
  return all(
    unless(unit.forSale, "not_for_sale", named),
    unless(unit.releaseState === "UNRELEASED" && !unit.taken, "already_released", named),
  );
}

/**
 * May this unit be offered? Presale homes only within a permit (城市商品房预售管理办法 6), at an approved price within
 * the filed band, each at a filed price of its own (商品房销售明码标价规定 8), never while sealed.
 */
export function canOffer(unit: UnitToRelease, rule: ReleaseRule): Verdict {
  const named = { unit: unit.label };
  const permitted = !unit.presale || unit.permitted || rule.permitGuard !== "FORBID";
  return all(
    canPick(unit),
    unless(permitted, "unit_outside_permit", named),
    unless(unit.list !== null, "price_not_approved", named),
    unless(unit.filed !== null || rule.onePriceGuard !== "FORBID", "price_not_filed", named),
    unit.list === null ? { ok: true } : inFiledBand(unit.label, unit.list, unit.filed, rule),
    unless(!unit.sealed, "unit_sealed", named),
  );
}

/** May the batch take this step? Every unit in it must pass, and there must be one. */
export function batchHolds(
  step: { action: "request_release" | "approve" | "release"; status: ReleaseBatchStatus },
  units: readonly UnitToRelease[],
  rule: ReleaseRule,
): Verdict {
  return all(
    canMove("release_batch", step.action, step.status),
    unless(units.length > 0, "batch_empty"),
    ...units.map((unit) => canOffer(unit, rule)),
  );
}
