import { Refused } from "~/domain/refusal";
import { type ListedHome, priceHome } from "~/features/pricing/price-home.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";

export type DealUnit = ListedHome & {
  label: string;
  use: "RESIDENCE" | "SHOP" | "OFFICE" | "PARKING" | "STORAGE";
  sealed: boolean;
  /** Mortgaged by the developer, and the bank's consent is not on record. */
  mortgagedWithoutConsent: boolean;
  buildingId: string;
  floorNo: number;
};

/** The home that a live deal holds, with its prices in force. */
export async function unitOfDeal(tx: Tx, by: Acting, dealId: string): Promise<DealUnit> {
  const claim = await tx.claim.findFirst({
    where: { dealId, endedAt: null },
    include: { unit: true },
    orderBy: [{ since: "asc" }, { id: "asc" }],
  });
  if (!claim) throw new Refused({ code: "deal_ended" });
  const { unit } = claim;
  return {
    ...(await priceHome(by, unit.id, tx)),
    label: unit.label,
    use: unit.use,
    sealed: unit.sealed,
    mortgagedWithoutConsent: unit.mortgaged && unit.bankConsentOn === null,
    buildingId: unit.buildingId,
    floorNo: unit.floorNo,
  };
}
