import type { Centiares } from "./area";
import type { Day } from "./calendar";
import type { AreaBasis } from "./contract";
import { type Fen, fen, NO_MONEY } from "./money";
import { type Ppm, WHOLE } from "./rate";
import { all, allow, refuse, unless, type Verdict } from "./refusal";
import { quotient } from "./rounding";
import type { UnitPrice } from "./unit-price";

/** 3 % either way (商品房销售管理办法 20). */
export const USUAL_TOLERANCE = 30_000 as Ppm;

/** Area as contracted and as surveyed; differences that a design change explains are left out. */
export type Measured = { contracted: Centiares; surveyed: Centiares; byDesignChange: Centiares };

/** NONE: as contracted; REAL: within the tolerance; CAPPED: larger; DOUBLED: smaller beyond it; SET: priced by set. */
export type SettlementRule = "NONE" | "REAL" | "CAPPED" | "DOUBLED" | "SET";

/** `buyerPays` below zero is a refund. `error` is rounded half up for showing; the rules compare exactly. */
export type AreaSettlement = { rule: SettlementRule; error: Ppm; buyerPays: Fen; buyerMayCancel: boolean };

export type AreaContract = {
  basis: AreaBasis;
  /** As printed in the contract for its basis; null where priced by set. */
  unitPrice: UnitPrice | null;
  /** Area on the contract's basis. */
  area: Measured;
  /** On a gross basis also the internal area: its error alone may give the right to cancel. */
  internal: Measured | null;
};

/** May this unit be settled at all? Presale only, with both areas and the contract's basis. */
export function canSettleArea(unit: {
  presale: boolean;
  surveyed: boolean;
  basis: AreaBasis | null;
  designChangeOpen: boolean;
  settled: boolean;
}): Verdict {
  return all(
    unless(unit.presale, "not_presale"),
    unless(unit.surveyed, "surveyed_area_missing"),
    unless(unit.basis !== null, "contract_basis_missing"),
    unless(!unit.designChangeOpen, "design_change_open"),
    unless(!unit.settled, "settlement_exists"),
  );
}

/**
 * Area settlement 面积补差. Within the tolerance the real difference is paid both ways. Beyond it the buyer pays the
 * tolerance only, or gets the tolerance once and the rest double, unless he cancels.
 */
export function settleArea(contract: AreaContract, tolerance: Ppm): AreaSettlement {
  const { area, basis, internal, unitPrice } = contract;
  const beyond = isBeyond(area, tolerance);
  const buyerMayCancel = beyond || (basis === "GROSS" && internal !== null && isBeyond(internal, tolerance));
  const error = errorOf(area);
  if (basis === "SET" || unitPrice === null) return { rule: "SET", error, buyerPays: NO_MONEY, buyerMayCancel };
  const { rule, payable } = payableArea(area, tolerance);
  // Millionths of centiares × 1/100 fen per ㎡: 10 000 × 1 000 000 to the fen.
  const buyerPays = fen(quotient(payable * BigInt(unitPrice), 10_000n * BigInt(WHOLE), "HALF_UP"));
  return { rule, error, buyerPays, buyerMayCancel };
}

/** The buyer may elect only where the law lets him, and in time. */
export function canElect(settlement: AreaSettlement, today: Day, electBy: Day): Verdict {
  if (!settlement.buyerMayCancel) return refuse("within_tolerance");
  return today <= electBy ? allow : refuse("election_over", { electBy });
}

function payableArea(area: Measured, tolerance: Ppm): { rule: SettlementRule; payable: bigint } {
  const difference = differenceOf(area);
  const allowed = BigInt(area.contracted) * BigInt(tolerance);
  const real = difference * BigInt(WHOLE);
  if (difference === 0n) return { rule: "NONE", payable: 0n };
  if (!isBeyond(area, tolerance)) return { rule: "REAL", payable: real };
  return difference > 0n ? { rule: "CAPPED", payable: allowed } : { rule: "DOUBLED", payable: 2n * real + allowed };
}

function isBeyond(area: Measured, tolerance: Ppm): boolean {
  const difference = differenceOf(area);
  const size = difference < 0n ? -difference : difference;
  return size * BigInt(WHOLE) > BigInt(area.contracted) * BigInt(tolerance);
}

function differenceOf({ contracted, surveyed, byDesignChange }: Measured): bigint {
  return BigInt(surveyed) - BigInt(contracted) - BigInt(byDesignChange);
}

function errorOf(area: Measured): Ppm {
  return Number(quotient(differenceOf(area) * BigInt(WHOLE), BigInt(area.contracted), "HALF_UP")) as Ppm;
}
