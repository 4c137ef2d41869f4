import { z } from "zod";
import { may } from "~/domain/permission";
import { all, demand, unless } from "~/domain/refusal";
import { canMove } from "~/domain/transition";
import { saleStateOf, standingClaim } from "~/domain/unit-state";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { announce, boardTopic } from "~/platform/live.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { getUnitFacts } from "./get-unit-facts.server";
import { lockUnit } from "./lock-unit.server";

export type PullBackUnit = { key: string; unitId: string; version: number; reason: string };

const pulledBack = z.object({ unitId: z.string() });

/** 撤盘: takes a unit off the offer until another batch releases it. */
export async function pullBackUnit(ctx: Ctx, input: PullBackUnit): Promise<z.infer<typeof pulledBack>> {
  demand(may(ctx.permissions, "unit:pull_back"));
  const answer = await carryOut(ctx, submissionOf(ctx, "unit:pull_back", input), pulledBack, async (tx) => {
    await lockUnit(tx, ctx, input.unitId, input.version);
    const facts = await getUnitFacts(ctx, input.unitId, tx);
    const taken = standingClaim(facts, ctx.now);
    const holder = { since: taken?.since ?? ctx.now, by: taken?.kind === "DEAL" ? taken.by : "—" };
    demand(
      all(
        unless(taken === null, "unit_taken", holder),
        unless(facts.queueNumbers === 0, "queue_number_live"),
        canMove("unit", "pull_back", saleStateOf(facts, ctx.now)),
        unless(input.reason.trim() !== "", "reason_required"),
      ),
    );
    await tx.unit.update({
      where: { id: input.unitId },
      data: { releaseState: "UNRELEASED", releasedOn: null, version: { increment: 1 } },
    });
    await record(tx, ctx, {
      action: "unit.pulled_back",
      subject: `unit:${input.unitId}`,
      before: { releaseState: facts.releaseState },
      after: { releaseState: "UNRELEASED" },
      reason: input.reason.trim(),
    });
    return { unitId: input.unitId };
  });
  announce(boardTopic(ctx.projectId));
  return answer;
}
