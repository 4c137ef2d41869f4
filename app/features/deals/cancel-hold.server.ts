import { canCancelHold } from "~/domain/hold";
import { demand } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { type ChangedDeal, callerOf, changeDeal, type DealInput } from "./change-deal.server";
import { endDeal } from "./deal-stage.server";
import { heldDealOf } from "./held-deal.server";

export type CancelHold = DealInput & { reason?: string };

/** 退订: gives up a hold with 订金 behind it, which is then owed back to the buyer. */
export function cancelHold(ctx: Ctx, input: CancelHold): Promise<ChangedDeal> {
  return changeDeal(ctx, input, "deal:cancel_hold", async (tx, deal) => {
    const held = await heldDealOf(tx, deal);
    demand(canCancelHold(held, callerOf(ctx, deal, "deal:cancel_hold")));
    await endDeal(tx, ctx, deal, "CANCELLED", "GIVEN_UP");
    await record(tx, ctx, {
      action: "hold.cancelled",
      subject: `deal:${deal.id}`,
      before: { stage: "HELD" },
      after: { stage: "CANCELLED", owedBackFen: held.deposit },
      reason: input.reason ?? "",
    });
    return "CANCELLED";
  });
}
