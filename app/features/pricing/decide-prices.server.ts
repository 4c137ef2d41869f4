import { allow, demand, Refused } from "~/domain/refusal";
import { canMove } from "~/domain/transition";
import type { AskedApproval } from "~/features/approvals/approval.server";
import { type DecisionHandler, onDecision } from "~/features/approvals/on-decision.server";
import { useApproval as spendApproval } from "~/features/approvals/use-approval.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { announce, boardTopic } from "~/platform/live.server";
import { lockPriceList, movePriceList } from "./price-list-state.server";
import { offerDecision } from "./publish-offer.server";
import { demandSound } from "./request-price-list.server";
import { takeEffect } from "./take-effect.server";

/** Registers what answers to requested price lists, discount schemes and payment plans do. */
export function decidePrices(): void {
  onDecision("PRICE_LIST", priceListDecision);
  onDecision("DISCOUNT_SCHEME", offerDecision("discount_scheme"));
  onDecision("PAYMENT_PLAN", offerDecision("payment_plan"));
}

/** What an answer to a requested price list does: it is approved, and in force at once where its time has come. */
const priceListDecision: DecisionHandler = {
  needs: { approve: "price_list:approve", reject: "price_list:send_back" },
  lock: async (tx, by, slip) => {
    await lockPriceList(tx, by, listIdOf(slip));
  },
  stillTrue: async (tx, ctx, slip) => {
    try {
      await demandSound(tx, ctx, await lockPriceList(tx, ctx, listIdOf(slip)));
      return allow;
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal };
      throw error;
    }
  },
  approved: async (tx, ctx, slip) => {
    const list = await lockPriceList(tx, ctx, listIdOf(slip));
    demand(canMove("price_list", "approve", list.status));
    // Approved late, it takes effect now: what was in force until now stays in force until now.
    const effectiveAt = new Date(Math.max(list.effectiveAt.getTime(), ctx.now.getTime()));
    const step = { status: "APPROVED", action: "price_list.approved", approvedAt: ctx.now, effectiveAt } as const;
    await movePriceList(tx, ctx, list, step);
    await spendApproval(tx, ctx, { approvalId: slip.id, kind: slip.kind, subject: slip.subject });
    if ((await takeEffect(tx, ctx, list.phaseId)) > 0) announce(boardTopic(ctx.projectId));
  },
  rejected: closeWithoutYes,
};

/** Sent back it is a draft again; taken back by its asker it is withdrawn. */
async function closeWithoutYes(tx: Tx, by: Acting, slip: AskedApproval): Promise<void> {
  const list = await lockPriceList(tx, by, listIdOf(slip));
  const withdrawn = slip.status === "WITHDRAWN";
  demand(canMove("price_list", withdrawn ? "withdraw" : "send_back", list.status));
  await movePriceList(tx, by, list, {
    status: withdrawn ? "WITHDRAWN" : "DRAFT",
    action: withdrawn ? "price_list.withdrawn" : "price_list.sent_back",
  });
}

function listIdOf({ subject }: AskedApproval): string {
  return subject.slice("price_list:".length);
}
