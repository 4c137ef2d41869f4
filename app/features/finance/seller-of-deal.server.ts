import { Refused } from "~/domain/refusal";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";

/** Who sells the homes of a deal; also when the deal has ended and its claims are closed. */
export async function sellerOfDeal(tx: Tx, by: Acting, dealId: string): Promise<string> {
  const claim = await tx.claim.findFirst({
    where: { dealId, projectId: by.projectId },
    select: { unit: { select: { building: { select: { phase: { select: { sellerId: true } } } } } } },
    orderBy: { since: "desc" },
  });
  if (!claim) throw new Refused({ code: "not_found" });
  return claim.unit.building.phase.sellerId;
}
