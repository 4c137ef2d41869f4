import { z } from "zod";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { constraintOf, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { pickUnits } from "./pick-units.server";
import { lockBatch } from "./release-batch-state.server";
import type { UnitChoice } from "./release-filter";

export type DraftReleaseBatch = {
  key: string;
  name: string;
  /** A moment (ISO, with its offset). */
  opensAt: string;
  units: UnitChoice;
};
export type RedraftReleaseBatch = DraftReleaseBatch & { batchId: string; version: number };

const drafted = z.object({ batchId: z.string(), units: z.number() });
export type DraftedReleaseBatch = z.infer<typeof drafted>;

/** Puts units together that are to be offered at one moment. Nothing is released by it. */
export async function draftReleaseBatch(ctx: Ctx, input: DraftReleaseBatch): Promise<DraftedReleaseBatch> {
  demand(may(ctx.permissions, "release_batch:draft"));
  const { projectId, actorId, now } = ctx;
  return carryOut(ctx, submissionOf(ctx, "release_batch:draft", input), drafted, async (tx) => {
    const opensAt = new Date(input.opensAt);
    const units = await pickUnits(tx, ctx, input.units, opensAt);
    const batch = { id: newId(), name: input.name.trim(), opensAt };
    await named(tx.releaseBatch.create({ data: { ...batch, projectId, draftedById: actorId, createdAt: now } }));
    await writeUnits(tx, ctx, batch.id, units);
    await record(tx, ctx, {
      action: "release_batch.drafted",
      subject: `release_batch:${batch.id}`,
      after: { name: batch.name, opensAt: input.opensAt, units: units.length },
    });
    return { batchId: batch.id, units: units.length };
  });
}

/** Writes a draft anew: name, moment and every unit. */
export async function redraftReleaseBatch(ctx: Ctx, input: RedraftReleaseBatch): Promise<DraftedReleaseBatch> {
  demand(may(ctx.permissions, "release_batch:draft"));
  return carryOut(ctx, submissionOf(ctx, "release_batch:redraft", input), drafted, async (tx) => {
    const batch = await lockBatch(tx, ctx, input.batchId, input.version);
    const params = { line: "release_batch", action: "draft", state: batch.status };
    if (batch.status !== "DRAFT") throw new Refused({ code: "wrong_state", params });
    const data = { name: input.name.trim(), opensAt: new Date(input.opensAt) };
    const units = await pickUnits(tx, ctx, input.units, data.opensAt);
    await named(tx.releaseBatch.update({ where: { id: batch.id }, data: { ...data, version: { increment: 1 } } }));
    await tx.releaseBatchUnit.deleteMany({ where: { batchId: batch.id } });
    await writeUnits(tx, ctx, batch.id, units);
    await record(tx, ctx, {
      action: "release_batch.redrafted",
      subject: `release_batch:${batch.id}`,
      before: { name: batch.name, opensAt: batch.opensAt.toISOString() },
      after: { name: data.name, opensAt: input.opensAt, units: units.length },
    });
    return { batchId: batch.id, units: units.length };
  });
}

async function writeUnits(tx: Tx, ctx: Ctx, batchId: string, units: readonly { id: string }[]): Promise<void> {
  await tx.releaseBatchUnit.createMany({
    data: units.map(({ id }) => ({ projectId: ctx.projectId, batchId, unitId: id })),
  });
}

/** Batches of a project have names of their own. */
async function named<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (constraintOf(error) !== "ReleaseBatch_projectId_name_key") throw error;
    throw new Refused({ code: "value_duplicate", params: { column: "name" } });
  }
}
