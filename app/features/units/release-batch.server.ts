import { z } from "zod";
import { dayIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand, Refused, unless } from "~/domain/refusal";
import { batchHolds, type ReleaseRule } from "~/domain/release";
import type { Acting, Ctx } from "~/platform/context.server";
import { db, inTransaction, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { announce, boardTopic } from "~/platform/live.server";
import { log } from "~/platform/log.server";
import { projectSettings } from "~/platform/project-settings.server";
import { dateOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockBatch, moveBatch, unitsOfBatch } from "./release-batch-state.server";

export type ReleaseBatchNow = { key: string; batchId: string; version: number };

const released = z.object({ batchId: z.string(), units: z.number() });
export type ReleasedBatch = z.infer<typeof released>;

/** 开盘: offers every unit of an approved batch whose moment has come, all of them or none. */
export async function releaseBatch(ctx: Ctx, input: ReleaseBatchNow): Promise<ReleasedBatch> {
  demand(may(ctx.permissions, "release_batch:release"));
  const answer = await carryOut(ctx, submissionOf(ctx, "release_batch:release", input), released, async (tx) => {
    await lockBatch(tx, ctx, input.batchId, input.version);
    return open(tx, ctx, input.batchId, ctx.settings);
  });
  announce(boardTopic(ctx.projectId));
  return answer;
}

/** Opens every approved batch whose moment has come; for a job. One that cannot open stays, and the log says why. */
export async function releaseDueBatches(now: Date): Promise<number> {
  const due = await db.releaseBatch.findMany({
    where: { status: "APPROVED", opensAt: { lte: now } },
    select: { id: true, project: { select: { id: true, code: true, timeZone: true } } },
    orderBy: [{ opensAt: "asc" }, { id: "asc" }],
  });
  let opened = 0;
  for (const { id, project } of due) {
    const { id: projectId, code: projectCode, timeZone } = project;
    const system: Acting = { actorId: null, projectId, projectCode, timeZone, requestId: newId(), now };
    if (await opensByItself(system, id)) opened += 1;
  }
  return opened;
}

async function opensByItself(system: Acting, batchId: string): Promise<boolean> {
  try {
    await inTransaction(async (tx) => {
      const rule = await projectSettings(tx, system.projectId, dayIn(system.timeZone, system.now));
      return open(tx, system, batchId, rule);
    });
    announce(boardTopic(system.projectId));
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    log.warn({ batchId, refusal: error.refusal.code }, "a release batch could not open");
    return false;
  }
}

async function open(tx: Tx, by: Acting, batchId: string, rule: ReleaseRule): Promise<ReleasedBatch> {
  const batch = await lockBatch(tx, by, batchId);
  await tx.$queryRaw`
    SELECT u.id FROM "Unit" u JOIN "ReleaseBatchUnit" b ON b."unitId" = u.id AND b."batchId" = ${batchId}::uuid
    ORDER BY u.id FOR UPDATE OF u`;
  const units = await unitsOfBatch(tx, { id: batchId, opensAt: by.now });
  demand(batchHolds({ action: "release", status: batch.status }, units, rule));
  demand(unless(batch.opensAt <= by.now, "not_yet_due", { at: batch.opensAt }));
  // A price that is approved but not in force yet is none to sell at.
  const inForce = await tx.unit.count({ where: { batchUnits: { some: { batchId } }, listFen: { not: null } } });
  demand(unless(inForce === units.length, "price_not_approved"));
  await tx.unit.updateMany({
    where: { batchUnits: { some: { batchId } } },
    data: { releaseState: "RELEASED", releasedOn: dateOf(dayIn(by.timeZone, by.now)), version: { increment: 1 } },
  });
  await moveBatch(tx, by, batch, { status: "RELEASED", action: "release_batch.released", releasedAt: by.now });
  return { batchId, units: units.length };
}
