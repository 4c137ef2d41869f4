import { z } from "zod";
import { may, mayAsk } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockBatch } from "./release-batch-state.server";

export type AssignPermit = { key: string; permitId: string; batchId: string; version: number };

const assigned = z.object({ units: z.number() });

/** Puts the units of a batch that are in no permit's scope into the scope of one that is on record. */
export async function assignPermit(ctx: Ctx, input: AssignPermit): Promise<z.infer<typeof assigned>> {
  demand(may(ctx.permissions, "unit:edit"));
  return carryOut(ctx, submissionOf(ctx, "unit:assign_permit", input), assigned, async (tx) => {
    const batch = await lockBatch(tx, ctx, input.batchId, input.version);
    const permit = await tx.permit.findFirst({ where: { id: input.permitId, projectId: ctx.projectId } });
    if (!permit) throw new Refused({ code: "not_found" });
    const where = {
      permitId: null,
      batchUnits: { some: { batchId: batch.id } },
      building: { kind: "PRESALE" },
    } as const;
    const outside = await tx.unit.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
    const { count } = await tx.unit.updateMany({
      where: { id: { in: outside.map(({ id }) => id) }, permitId: null },
      data: { permitId: permit.id, version: { increment: 1 } },
    });
    await record(tx, ctx, {
      action: "permit.units_assigned",
      subject: `permit:${permit.id}`,
      after: { number: permit.number, batch: batch.name, units: count },
    });
    return { units: count };
  });
}

/** The permits on record, the latest first. */
export async function listPermits(ctx: Ctx): Promise<{ id: string; number: string; issuedOn: Date; units: number }[]> {
  demand(mayAsk(ctx.permissions, "release_batch:read"));
  const permits = await db.permit.findMany({
    where: { projectId: ctx.projectId },
    include: { _count: { select: { units: true } } },
    orderBy: [{ issuedOn: "desc" }, { id: "desc" }],
  });
  return permits.map(({ id, number, issuedOn, _count }) => ({ id, number, issuedOn, units: _count.units }));
}
