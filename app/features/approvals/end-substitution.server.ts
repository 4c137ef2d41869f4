import { z } from "zod";
import { dayIn } from "~/domain/calendar";
import { demand, Refused } from "~/domain/refusal";
import { maySetFor, substitutionState } from "~/domain/substitution";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { staffAt } from "./approvers.server";

export type EndSubstitution = { key: string; substitutionId: string };

const answerSchema = z.object({ substitutionId: z.string() });

/** Ends a substitution before its last day: by whoever might set it, or by the substitute, who hands it back. */
export async function endSubstitution(ctx: Ctx, input: EndSubstitution): Promise<{ substitutionId: string }> {
  return carryOut(ctx, submissionOf(ctx, "substitution:end", input), answerSchema, async (tx) => {
    const { substitutionId: id } = input;
    await tx.$queryRaw`SELECT 1 FROM "Substitution" WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await tx.substitution.findFirst({ where: { id, projectId: ctx.projectId } });
    if (!row) throw new Refused({ code: "not_found" });
    const [absent] = await staffAt(tx, ctx.projectId, [row.forId]);
    if (row.byId !== ctx.actorId) demand(maySetFor(ctx, { id: row.forId, roles: absent?.roles ?? [] }));
    const days = { fromOn: dayOf(row.fromOn), untilOn: dayOf(row.untilOn), endedAt: row.endedAt };
    const state = substitutionState(days, dayIn(ctx.timeZone, ctx.now));
    if (state === "ENDED" || state === "OVER") throw new Refused({ code: "wrong_state" });
    await tx.substitution.update({ where: { id }, data: { endedAt: ctx.now, endedById: ctx.actorId } });
    await record(tx, ctx, {
      action: "substitution.ended",
      subject: `substitution:${id}`,
      before: { forId: row.forId, byId: row.byId },
    });
    return { substitutionId: id };
  });
}
