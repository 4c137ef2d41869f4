import { canReleaseHold } from "~/domain/hold";
import { demand } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { type ChangedDeal, callerOf, changeDeal, type DealInput } from "./change-deal.server";
import { endDeal } from "./deal-stage.server";
import { heldDealOf } from "./held-deal.server";

export type ReleaseHold = DealInput & { reason?: string };

/** Gives a held unit back before its time, no money behind it: the holder, a controller or a manager. */
export function releaseHold(ctx: Ctx, input: ReleaseHold): Promise<ChangedDeal> {
  return changeDeal(ctx, input, "deal:release_hold", async (tx, deal) => {
    demand(canReleaseHold(await heldDealOf(tx, deal), callerOf(ctx, deal, "deal:release_hold")));
    await endDeal(tx, ctx, deal, "VOIDED", "GIVEN_UP");
    await record(tx, ctx, {
      action: "hold.released",
      subject: `deal:${deal.id}`,
      before: { stage: "HELD" },
      after: { stage: "VOIDED" },
      reason: input.reason ?? "",
    });
    return "VOIDED";
  });
}
