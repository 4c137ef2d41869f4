import { type Day, dayIn } from "~/domain/calendar";
import { demand, Refused } from "~/domain/refusal";
import { canExtendSignBy } from "~/domain/subscription";
import { onDecision } from "~/features/approvals/on-decision.server";
import { requestApproval } from "~/features/approvals/request-approval.server";
import { useApproval as spendApproval } from "~/features/approvals/use-approval.server";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { dateOf, maybeDayOf } from "~/platform/stored-day.server";
import { type ChangedDeal, changeDeal, type DealInput, demandWithinReach } from "./change-deal.server";
import { lockDeal, touchDeal } from "./deal-stage.server";
import { unitOfDeal } from "./deal-unit.server";
import { readSubscription } from "./read-subscription.server";

const KIND = "SIGN_BY_EXTENSION";

export type ExtendSignBy = DealInput & { until: Day; reason: string };

/** Asks the manager for a later day to sign the contract. The day moves when he says yes. */
export function extendSignBy(ctx: Ctx, input: ExtendSignBy): Promise<ChangedDeal> {
  return changeDeal(ctx, input, "deal:extend_sign_by", async (tx, deal) => {
    demandWithinReach(ctx, deal, "deal:extend_sign_by");
    const subscription = await readSubscription(tx, deal.id);
    const extensions = subscription?.stored.signByExtensions ?? 0;
    const maxExtensions = ctx.settings.signByExtensions;
    const today = dayIn(ctx.timeZone, ctx.now);
    demand(canExtendSignBy({ stage: deal.stage, extensions, maxExtensions }, input, today));
    const from = maybeDayOf(subscription?.stored.signBy ?? null);
    const unit = await unitOfDeal(tx, ctx, deal.id);
    await requestApproval(tx, ctx, {
      kind: KIND,
      subject: `deal:${deal.id}`,
      dealId: deal.id,
      chain: ["MANAGER"],
      reason: input.reason,
      facts: {
        unit: unit.label,
        consultant: ctx.actorName,
        ...(subscription ? { number: subscription.stored.number, dealFen: subscription.prices.deal } : {}),
        ...(from ? { from } : {}),
        until: input.until,
        times: extensions + 1,
      },
    });
    return deal.stage;
  });
}

/** What happens on the manager's answer: the day moves, or stays. */
export function answerSignByExtensions(): void {
  onDecision(KIND, {
    lock: async (tx, by, slip) => {
      if (slip.dealId) await lockDeal(tx, by, slip.dealId);
    },
    approved: async (tx, ctx, slip) => {
      const deal = await lockDeal(tx, ctx, slip.dealId ?? "");
      const { until } = slip.facts;
      const subscription = await readSubscription(tx, deal.id);
      if (!until || !subscription) throw new Refused({ code: "facts_changed" });
      const extensions = subscription.stored.signByExtensions;
      const limits = { stage: deal.stage, extensions, maxExtensions: ctx.settings.signByExtensions };
      demand(canExtendSignBy(limits, { reason: slip.reason, until }, dayIn(ctx.timeZone, ctx.now)));
      await spendApproval(tx, ctx, { approvalId: slip.id, kind: KIND, subject: slip.subject });
      await touchDeal(tx, deal);
      await tx.subscription.update({
        where: { dealId: deal.id },
        data: { signBy: dateOf(until), signByExtensions: extensions + 1 },
      });
      await record(tx, ctx, {
        action: "subscription.sign_by_extended",
        subject: `deal:${deal.id}`,
        before: { signBy: maybeDayOf(subscription.stored.signBy) },
        after: { signBy: until },
        reason: slip.reason,
      });
    },
    rejected: async () => undefined,
  });
}
