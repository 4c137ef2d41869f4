import { z } from "zod";
import { cleanText } from "~/domain/clean-text";
import { reachOf } from "~/domain/permission";
import { all, demand, Refused, unless } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { changeOwner } from "./change-owner.server";
import { lockCustomer } from "./customer-reach.server";

export type ReturnToPool = { key: string; customerId: string; reason: string };

/** Gives a customer back to the public pool: the owner, or whoever transfers customers. Refuses in_pool_already, deal_open. */
export async function returnToPool(ctx: Ctx, input: ReturnToPool): Promise<void> {
  const any = reachOf(ctx.permissions, "customer:transfer") === "scope";
  const own = reachOf(ctx.permissions, "customer:claim_from_pool") === "own";
  const reason = cleanText(input.reason);
  demand(
    all(unless(any || own, "not_permitted", { needed: "customer:transfer" }), unless(reason !== "", "reason_required")),
  );
  await carryOut(ctx, submissionOf(ctx, "customer:return_to_pool", input), z.object({}), async (tx) => {
    const customer = await lockCustomer(tx, ctx, input.customerId);
    if (!any && customer.ownerId !== ctx.actorId) throw new Refused({ code: "not_found" });
    demand(all(unless(customer.ownerId !== null, "in_pool_already"), unless(!customer.buying, "deal_open")));
    await changeOwner(tx, ctx, customer, { kind: "RETURNED", toId: null, reason });
    return {};
  });
}
