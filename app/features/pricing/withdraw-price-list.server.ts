import { z } from "zod";
import { may } from "~/domain/permission";
import { demand, unless } from "~/domain/refusal";
import { canMove } from "~/domain/transition";
import { closeQuestion } from "~/features/approvals/close-question.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockPriceList, movePriceList } from "./price-list-state.server";

export type WithdrawPriceList = { key: string; priceListId: string; version: number };
export type RevokePriceList = WithdrawPriceList & { reason: string };

const withdrawn = z.object({ priceListId: z.string() });

/** The planner gives up a draft, or takes back what was asked. */
export async function withdrawPriceList(ctx: Ctx, input: WithdrawPriceList): Promise<z.infer<typeof withdrawn>> {
  demand(may(ctx.permissions, "price_list:withdraw"));
  return carryOut(ctx, submissionOf(ctx, "price_list:withdraw", input), withdrawn, async (tx) => {
    const list = await lockPriceList(tx, ctx, input.priceListId, input.version);
    demand(canMove("price_list", "withdraw", list.status));
    await closeQuestion(tx, ctx, { kind: "PRICE_LIST", subject: `price_list:${list.id}` });
    await movePriceList(tx, ctx, list, { status: "WITHDRAWN", action: "price_list.withdrawn" });
    return { priceListId: list.id };
  });
}

/** The director takes an approved list back before it takes effect, unless a release counts on it. */
export async function revokePriceList(ctx: Ctx, input: RevokePriceList): Promise<z.infer<typeof withdrawn>> {
  demand(may(ctx.permissions, "price_list:revoke"));
  return carryOut(ctx, submissionOf(ctx, "price_list:revoke", input), withdrawn, async (tx) => {
    const list = await lockPriceList(tx, ctx, input.priceListId, input.version);
    demand(canMove("price_list", "revoke", list.status));
    demand(unless(input.reason.trim() !== "", "reason_required"));
    demand(unless(!(await isUsedByBatch(tx, list.id)), "used_by_release_batch"));
    const reason = input.reason.trim();
    await movePriceList(tx, ctx, list, { status: "WITHDRAWN", action: "price_list.revoked", reason });
    return { priceListId: list.id };
  });
}

/** Does a batch that was asked for or approved hold a unit that this list prices? */
async function isUsedByBatch(tx: Tx, priceListId: string): Promise<boolean> {
  const used = await tx.releaseBatchUnit.findFirst({
    where: { batch: { status: { in: ["REQUESTED", "APPROVED"] } }, unit: { priceLines: { some: { priceListId } } } },
    select: { unitId: true },
  });
  return used !== null;
}
