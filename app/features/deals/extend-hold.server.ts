import { canExtendHold } from "~/domain/hold";
import { demand } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { type ChangedDeal, changeDeal, type DealInput } from "./change-deal.server";
import { touchDeal } from "./deal-stage.server";
import { heldDealOf } from "./held-deal.server";
import { holdLimits } from "./place-hold.server";

export type ExtendHold = DealInput & { until: string; reason?: string };

/** A later end for a hold that nobody has signed for: the controller, a limited number of times. */
export function extendHold(ctx: Ctx, input: ExtendHold): Promise<ChangedDeal> {
  return changeDeal(ctx, input, "deal:extend_hold", async (tx, deal) => {
    const until = new Date(input.until);
    const held = await heldDealOf(tx, deal);
    demand(canExtendHold(held, until, ctx.now, holdLimits(ctx)));
    await touchDeal(tx, deal, { holdUntil: until, holdExtensions: deal.holdExtensions + 1 });
    await record(tx, ctx, {
      action: "hold.extended",
      subject: `deal:${deal.id}`,
      before: { holdUntil: deal.holdUntil?.toISOString() ?? null },
      after: { holdUntil: until.toISOString() },
      reason: input.reason ?? "",
    });
    return "HELD";
  });
}
