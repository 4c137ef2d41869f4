import { z } from "zod";
import type { AuditAction } from "~/domain/audit-action";
import { may } from "~/domain/permission";
import { demand, unless } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Acting, Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { announce, boardTopic } from "~/platform/live.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { getUnitFacts } from "./get-unit-facts.server";
import { lockUnit } from "./lock-unit.server";

export type LiftWithholding = { key: string; unitId: string; version: number };

const liftedUnit = z.object({ unitId: z.string() });

/** Puts a withheld unit back on offer. */
export async function liftWithholding(ctx: Ctx, input: LiftWithholding): Promise<z.infer<typeof liftedUnit>> {
  demand(may(ctx.permissions, "unit:lift_withholding"));
  const answer = await carryOut(ctx, submissionOf(ctx, "unit:lift_withholding", input), liftedUnit, async (tx) => {
    await lockUnit(tx, ctx, input.unitId, input.version);
    const facts = await getUnitFacts(ctx, input.unitId, tx);
    demand(unless(facts.releaseState === "WITHHELD", "unit_not_withheld"));
    await endWithholding(tx, ctx, input.unitId, "unit.withholding_lifted");
    return { unitId: input.unitId };
  });
  announce(boardTopic(ctx.projectId));
  return answer;
}

/** Writes the end of a withholding on a locked unit. */
export async function endWithholding(tx: Tx, ctx: Acting, unitId: string, action: AuditAction): Promise<void> {
  await tx.unit.update({
    where: { id: unitId },
    data: { releaseState: "RELEASED", withheldUntil: null, withheldReason: null, version: { increment: 1 } },
  });
  await record(tx, ctx, {
    action,
    subject: `unit:${unitId}`,
    before: { releaseState: "WITHHELD" },
    after: { releaseState: "RELEASED" },
  });
}
