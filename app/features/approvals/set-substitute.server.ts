import { z } from "zod";
import type { ApprovalKind } from "~/domain/approval";
import { type Day, dayIn } from "~/domain/calendar";
import { demand, Refused } from "~/domain/refusal";
import { canSubstitute } from "~/domain/substitution";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { constraintOf, type Tx } from "~/platform/db.server";
import { putIntoOutbox, withMail } from "~/platform/outbox.server";
import { dateOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { staffAt } from "./approvers.server";

export type SetSubstitute = {
  key: string;
  forId: string;
  byId: string;
  kind: ApprovalKind | null;
  fromOn: Day;
  untilOn: Day;
  reason: string;
};

const answerSchema = z.object({ substitutionId: z.string() });

/**
 * Hands somebody's approvals on this project to somebody else, from day to day. Refuses `substitution_overlaps` where
 * there is a substitute for the same on one of these days; whoever does not work here is `not_found`.
 */
export async function setSubstitute(ctx: Ctx, input: SetSubstitute): Promise<{ substitutionId: string }> {
  return carryOut(ctx, submissionOf(ctx, "substitution:set", input), answerSchema, async (tx) => {
    const staff = await staffAt(tx, ctx.projectId, [input.forId, input.byId]);
    const [absent, substitute] = [input.forId, input.byId].map((id) => staff.find((one) => one.id === id));
    if (!absent || !substitute) throw new Refused({ code: "not_found" });
    demand(canSubstitute(ctx, absent, substitute, input, dayIn(ctx.timeZone, ctx.now)));
    const { key: _, reason, ...what } = input;
    const id = await write(tx, ctx, input);
    for (const userId of await withMail(tx, [input.byId])) {
      const says = { absent: absent.name, from: input.fromOn, until: input.untilOn };
      const placed = { to: { userId }, projectId: ctx.projectId, now: ctx.now };
      await putIntoOutbox(tx, { effectKey: `substitution:${id}`, kind: "SUBSTITUTE_NAMED", says, ...placed });
    }
    await record(tx, ctx, { action: "substitution.set", subject: `substitution:${id}`, after: what, reason });
    return { substitutionId: id };
  });
}

async function write(tx: Tx, ctx: Ctx, { forId, byId, kind, fromOn, untilOn, reason }: SetSubstitute): Promise<string> {
  try {
    const { id } = await tx.substitution.create({
      data: {
        projectId: ctx.projectId,
        forId,
        byId,
        kind,
        fromOn: dateOf(fromOn),
        untilOn: dateOf(untilOn),
        reason: reason.trim(),
        setById: ctx.actorId,
        setAt: ctx.now,
      },
    });
    return id;
  } catch (error) {
    if (constraintOf(error) !== "Substitution_one_at_a_time") throw error;
    throw new Refused({ code: "substitution_overlaps" });
  }
}
