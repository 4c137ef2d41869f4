import { z } from "zod";
import { APPROVAL_STATUSES, awaitedRole, canDecide } from "~/domain/approval";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { constraintOf, type Tx } from "~/platform/db.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { type AskedApproval, lockApproval, moveApproval, readApproval } from "./approval.server";
import { handlerOf } from "./on-decision.server";
import { listAbsent, type Seat, seatFor } from "./seat.server";
import { tellApprovers, tellAsker } from "./tell-staff.server";

export type DecideApproval = { key: string; approvalId: string; yes: boolean; reason: string };

const answerSchema = z.object({ approvalId: z.string(), status: z.enum(APPROVAL_STATUSES) });
export type DecidedApproval = z.infer<typeof answerSchema>;

/**
 * Answers the step of a slip that waits for the caller's role. The last yes, and any no, has its effect in the same
 * transaction. Of several people who answer at once, one does; the others find the slip decided. Whoever answers in
 * somebody's place does so with that one's roles and rights, no more and no less.
 */
export async function decideApproval(ctx: Ctx, input: DecideApproval): Promise<DecidedApproval> {
  demand(may(ctx.permissions, input.yes ? "approval:approve" : "approval:reject"));
  return carryOut(ctx, submissionOf(ctx, "approval:decide", input), answerSchema, async (tx) => {
    const seen = await readApproval(tx, ctx.projectId, input.approvalId);
    const handler = handlerOf(seen.kind);
    const seat = seatFor(ctx, seen, (await listAbsent(tx, ctx, true)).of(seen.kind));
    if (handler.needs) demand(may(seat.ctx.permissions, input.yes ? handler.needs.approve : handler.needs.reject));
    await handler.lock?.(tx, ctx, seen);
    const slip = await lockApproval(tx, ctx.projectId, input.approvalId);
    demand(canDecide(slip, { ...seat.ctx, forId: seat.forId }, input, ctx.now));
    if (input.yes && handler.stillTrue) demand(await handler.stillTrue(tx, seat.ctx, slip));
    await writeDecision(tx, seat, slip, input);
    await takeEffect(tx, seat.ctx, slip, input.yes);
    const { status } = await tx.approval.findUniqueOrThrow({ where: { id: slip.id }, select: { status: true } });
    return { approvalId: slip.id, status };
  });
}

async function takeEffect(tx: Tx, ctx: Ctx, slip: AskedApproval, yes: boolean): Promise<void> {
  const handler = handlerOf(slip.kind);
  if (!yes) {
    await moveApproval(tx, slip, "REJECTED", ctx.now);
    await tellAsker(tx, ctx, slip, "REJECTED", ctx.actorName);
    await handler.rejected(tx, ctx, { ...slip, status: "REJECTED" });
    return;
  }
  const step = slip.step + 1;
  await tx.approval.update({ where: { id: slip.id }, data: { step, version: { increment: 1 } } });
  if (awaitedRole({ chain: slip.chain, step }) !== null) {
    const { name } = await tx.user.findUniqueOrThrow({ where: { id: slip.requestedById }, select: { name: true } });
    const deciderIds = [...slip.deciderIds, ctx.actorId];
    return tellApprovers(tx, ctx, { ...slip, step, deciderIds }, name);
  }
  await moveApproval(tx, slip, "APPROVED", ctx.now);
  await tellAsker(tx, ctx, slip, "APPROVED", ctx.actorName);
  await handler.approved(tx, ctx, { ...slip, step, status: "APPROVED" });
}

async function writeDecision(tx: Tx, seat: Seat, slip: AskedApproval, { yes, reason }: DecideApproval): Promise<void> {
  const { ctx, forId, substitutionId } = seat;
  const role = awaitedRole(slip);
  if (!role) throw new Refused({ code: "not_your_step" });
  const decision = { step: slip.step, role, yes, reason: reason.trim(), deciderId: ctx.actorId, at: ctx.now };
  try {
    await tx.approvalDecision.create({ data: { approvalId: slip.id, substitutionId, ...decision } });
  } catch (error) {
    if (constraintOf(error) !== "ApprovalDecision_not_by_the_asker") throw error;
    throw new Refused({ code: "own_request" });
  }
  await record(tx, ctx, {
    action: yes ? "approval.approved" : "approval.rejected",
    subject: `approval:${slip.id}`,
    before: { step: slip.step, status: slip.status },
    after: { kind: slip.kind, subject: slip.subject, role, ...(forId && { inPlaceOf: `user:${forId}` }) },
    ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
  });
}
