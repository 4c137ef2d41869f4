import { z } from "zod";
import { type Day, dayIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand, Refused, unless } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { MilestoneKind } from "~/platform/prisma/enums";
import { dateOf, maybeDayOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";

export type RecordMilestone = {
  key: string;
  buildingId: string;
  kind: MilestoneKind;
  plannedOn: Day | null;
  actualOn: Day | null;
};

const recorded = z.object({ buildingId: z.string() });

/** 工程节点: when a step of a building is planned and when it was reached. What was known before stays in the audit. */
export async function recordMilestone(ctx: Ctx, input: RecordMilestone): Promise<z.infer<typeof recorded>> {
  demand(may(ctx.permissions, "project:record_papers"));
  const { buildingId, kind, plannedOn, actualOn } = input;
  demand(unless(actualOn === null || actualOn <= dayIn(ctx.timeZone, ctx.now), "date_future", { column: "actualOn" }));
  return carryOut(ctx, submissionOf(ctx, "project:record_milestone", input), recorded, async (tx) => {
    const [building] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Building" WHERE id = ${buildingId}::uuid AND "projectId" = ${ctx.projectId}::uuid
      FOR NO KEY UPDATE`;
    if (!building) throw new Refused({ code: "not_found" });
    const where = { buildingId_kind: { buildingId, kind } };
    const before = await tx.milestone.findUnique({ where });
    const days = { plannedOn: plannedOn && dateOf(plannedOn), actualOn: actualOn && dateOf(actualOn) };
    await tx.milestone.upsert({ where, create: { buildingId, kind, ...days }, update: days });
    await record(tx, ctx, {
      action: "milestone.recorded",
      subject: `building:${buildingId}`,
      before: {
        kind,
        plannedOn: maybeDayOf(before?.plannedOn ?? null),
        actualOn: maybeDayOf(before?.actualOn ?? null),
      },
      after: { kind, plannedOn, actualOn },
    });
    return { buildingId };
  });
}
