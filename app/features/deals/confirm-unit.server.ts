import { demand, Refused } from "~/domain/refusal";
import { canConfirmUnit } from "~/domain/subscription";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { type ChangedDeal, changeDeal, type DealInput } from "./change-deal.server";
import { touchDeal } from "./deal-stage.server";
import { unitOfDeal } from "./deal-unit.server";
import { readSubscription } from "./read-subscription.server";
import { isPriceApproved } from "./special-discount.server";

/** The controller's word that the unit is really free for this buyer. Not by who drafted. */
export function confirmUnit(ctx: Ctx, input: DealInput): Promise<ChangedDeal> {
  return changeDeal(ctx, input, "deal:confirm_unit", async (tx, deal) => {
    const subscription = await readSubscription(tx, deal.id);
    const { sealed } = await unitOfDeal(tx, ctx, deal.id);
    demand(canConfirmUnit({ stage: deal.stage, subscription: subscription?.rule ?? null, sealed }, ctx.actorId));
    if (!subscription) throw new Refused({ code: "subscription_not_drafted" });
    demand(await isPriceApproved(tx, ctx, subscription));
    await touchDeal(tx, deal);
    await tx.subscription.update({
      where: { dealId: deal.id },
      data: { unitConfirmedById: ctx.actorId, unitConfirmedAt: ctx.now },
    });
    await record(tx, ctx, {
      action: "subscription.unit_confirmed",
      subject: `deal:${deal.id}`,
      after: { number: subscription.stored.number },
    });
    return deal.stage;
  });
}
