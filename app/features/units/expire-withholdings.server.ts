import type { Acting } from "~/platform/context.server";
import { db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { announce, boardTopic } from "~/platform/live.server";
import { endWithholding } from "./lift-withholding.server";
import { lockUnit } from "./lock-unit.server";

/** Puts every unit back on offer whose withholding is over, each in its own transaction. Returns how many. */
export async function expireWithholdings(now: Date): Promise<number> {
  const due = await db.unit.findMany({
    where: { releaseState: "WITHHELD", withheldUntil: { lte: now } },
    select: { id: true, project: { select: { id: true, code: true, timeZone: true } } },
    orderBy: { withheldUntil: "asc" },
  });
  let ended = 0;
  for (const { id, project } of due) {
    const { id: projectId, code: projectCode, timeZone } = project;
    const system: Acting = { actorId: null, projectId, projectCode, timeZone, requestId: newId(), now };
    if (await expireWithholding(system, id)) ended += 1;
  }
  return ended;
}

async function expireWithholding(ctx: Acting, unitId: string): Promise<boolean> {
  const ended = await inTransaction(async (tx) => {
    await lockUnit(tx, ctx, unitId);
    const unit = await tx.unit.findUniqueOrThrow({ where: { id: unitId } });
    const over = unit.releaseState === "WITHHELD" && unit.withheldUntil !== null && unit.withheldUntil <= ctx.now;
    if (over) await endWithholding(tx, ctx, unitId, "unit.withholding_expired");
    return over;
  });
  if (ended) announce(boardTopic(ctx.projectId));
  return ended;
}
