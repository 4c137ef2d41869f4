import { z } from "zod";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { canWithhold } from "~/domain/withholding";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { announce, boardTopic } from "~/platform/live.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { getUnitFacts } from "./get-unit-facts.server";
import { lockUnit } from "./lock-unit.server";
import type { withholdUnitForm } from "./withhold-unit-form";

export type WithholdUnit = { unitId: string } & z.output<typeof withholdUnitForm>;

const withheldUnit = z.object({ unitId: z.string() });

/** 销控: takes a unit off the offer until a moment, for a reason that the board shows. */
export async function withholdUnit(ctx: Ctx, input: WithholdUnit): Promise<z.infer<typeof withheldUnit>> {
  demand(may(ctx.permissions, "unit:withhold"));
  const answer = await carryOut(ctx, submissionOf(ctx, "unit:withhold", input), withheldUnit, async (tx) => {
    // Those who withhold at the same moment are counted one after the other.
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${ctx.projectId}::uuid FOR NO KEY UPDATE`;
    await lockUnit(tx, ctx, input.unitId, Number(input.version));
    const withheld = await tx.unit.count({ where: { projectId: ctx.projectId, releaseState: "WITHHELD" } });
    const { withholdDays: maxDays, withholdCap: maxUnits } = ctx.settings;
    const until = new Date(input.until);
    const facts = await getUnitFacts(ctx, input.unitId, tx);
    demand(canWithhold(facts, { reason: input.reason, until }, withheld, { maxDays, maxUnits }, ctx.now));
    const reason = input.reason.trim();
    await tx.unit.update({
      where: { id: input.unitId },
      data: { releaseState: "WITHHELD", withheldUntil: until, withheldReason: reason, version: { increment: 1 } },
    });
    await record(tx, ctx, {
      action: "unit.withheld",
      subject: `unit:${input.unitId}`,
      before: { releaseState: facts.releaseState },
      after: { releaseState: "WITHHELD", until: until.toISOString() },
      reason,
    });
    return { unitId: input.unitId };
  });
  announce(boardTopic(ctx.projectId));
  return answer;
}
