import { z } from "zod";
import { DEAL_STAGES, type DealStage } from "~/domain/deal-state";
import { isTimeUp } from "~/domain/hold";
import { askReachOf, mayAsk, type Permission } from "~/domain/permission";
import { demand, Refused, unless } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { announce, boardTopic } from "~/platform/live.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { isCurrent, type LockedDeal, lockDeal } from "./deal-stage.server";

/** What every form on a deal sends: its key, the deal, and the version that the person had before him. */
export type DealInput = { key: string; dealId: string; version: number };

const changedDeal = z.object({ dealId: z.string(), stage: z.enum(DEAL_STAGES) });
export type ChangedDeal = z.infer<typeof changedDeal>;

/**
 * Carries out one command on one deal, once per key: permission, then its units and the deal locked, then the version
 * asked, then `work`, which answers the stage it leads to. A hold whose time is up has ended, swept or not.
 */
export async function changeDeal(
  ctx: Ctx,
  input: DealInput,
  permission: Permission,
  work: (tx: Tx, deal: LockedDeal) => Promise<DealStage>,
): Promise<ChangedDeal> {
  demand(mayAsk(ctx.permissions, permission));
  const changed = await carryOut(ctx, submissionOf(ctx, permission, input), changedDeal, async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM "Unit" u JOIN "Claim" c ON c."unitId" = u.id AND c."endedAt" IS NULL
      WHERE c."dealId" = ${input.dealId}::uuid ORDER BY u.id FOR SHARE OF u`;
    const deal = await lockDeal(tx, ctx, input.dealId);
    demand(isCurrent(deal, input.version));
    demand(unless(!isTimeUp(deal, ctx.now), "deal_ended"));
    return { dealId: deal.id, stage: await work(tx, deal) };
  });
  announce(boardTopic(ctx.projectId));
  return changed;
}

/** The caller as the rules of a hold see him: how far he reaches, and whether the deal is his own. */
export function callerOf(ctx: Ctx, deal: { consultantId: string }, permission: Permission) {
  return { reach: askReachOf(ctx.permissions, permission), own: deal.consultantId === ctx.actorId };
}

/** A colleague's deal does not exist for those who see only their own. */
export function demandWithinReach(ctx: Ctx, deal: { consultantId: string }, permission: Permission): void {
  const { reach, own } = callerOf(ctx, deal, permission);
  if (reach === "own" && !own) throw new Refused({ code: "not_found" });
}
