import { endOfHold, isTimeUp } from "~/domain/hold";
import { record } from "~/platform/audit.server";
import type { Acting } from "~/platform/context.server";
import { db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { announce, boardTopic } from "~/platform/live.server";
import { endDeal, lockDeal } from "./deal-stage.server";
import { heldDealOf } from "./held-deal.server";

const AT_A_TIME = 500;

/** Ends every hold whose time is up, each in its own transaction. Returns how many it ended. */
export async function expireHolds(now: Date): Promise<number> {
  let ended = 0;
  for (;;) {
    const due = await db.deal.findMany({
      where: { stage: "HELD", holdUntil: { lte: now } },
      select: { id: true, project: { select: { id: true, code: true, timeZone: true } } },
      orderBy: { holdUntil: "asc" },
      take: AT_A_TIME,
    });
    for (const { id, project } of due) {
      const { id: projectId, code: projectCode, timeZone } = project;
      const system: Acting = { actorId: null, projectId, projectCode, timeZone, requestId: newId(), now };
      if (await expireHold(system, id)) ended += 1;
    }
    if (due.length < AT_A_TIME) return ended;
  }
}

/** Ends the hold on one unit if its time is up, so that somebody else can have the unit. */
export async function expireHoldOn(ctx: Acting, unitId: string): Promise<void> {
  const claim = await db.claim.findFirst({
    where: { unitId, projectId: ctx.projectId, endedAt: null, deal: { stage: "HELD", holdUntil: { lte: ctx.now } } },
  });
  if (claim?.dealId) await expireHold({ ...ctx, actorId: null }, claim.dealId);
}

/** VOIDED where a signed subscription brought no money, else EXPIRED; false when the hold still stands or is gone. */
async function expireHold(ctx: Acting, dealId: string): Promise<boolean> {
  const ended = await inTransaction(async (tx) => {
    const deal = await lockDeal(tx, ctx, dealId);
    if (!isTimeUp({ stage: deal.stage, holdUntil: deal.holdUntil }, ctx.now)) return false;
    const stage = endOfHold(await heldDealOf(tx, deal), ctx.now);
    if (!stage) return false;
    await endDeal(tx, ctx, deal, stage, "TIME_UP");
    await record(tx, ctx, {
      action: stage === "VOIDED" ? "subscription.voided_unpaid" : "hold.expired",
      subject: `deal:${dealId}`,
      before: { stage: "HELD" },
      after: { stage },
    });
    return true;
  });
  if (ended) announce(boardTopic(ctx.projectId));
  return ended;
}
