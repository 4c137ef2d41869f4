import { type ApprovalKind, canAsk } from "~/domain/approval";
import type { ApprovalFacts } from "~/domain/approval-facts";
import { mayAsk, type Role } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { constraintOf, type Tx } from "~/platform/db.server";
import { endIfLapsed } from "./expire-approvals.server";
import { tellApprovers } from "./tell-staff.server";

export type RequestApproval = {
  kind: ApprovalKind;
  /** What it is about, "noun:id"; one open question per kind and subject. */
  subject: string;
  dealId?: string;
  /** Roles that must say yes, in order. */
  chain: readonly [Role, ...Role[]];
  reason: string;
  facts: ApprovalFacts;
  expiresAt?: Date;
};

/** Asks, inside the asking command's transaction. Refuses `asked_already` while the same question is open. */
export async function requestApproval(tx: Tx, ctx: Ctx, ask: RequestApproval): Promise<{ approvalId: string }> {
  demand(mayAsk(ctx.permissions, "approval:request_approval"));
  demand(canAsk(ask.reason, ask.expiresAt ?? null, ctx.now));
  await demandNotAsked(tx, ctx, ask);
  const { kind, subject, reason, facts } = ask;
  try {
    const { id } = await tx.approval.create({
      data: {
        projectId: ctx.projectId,
        kind,
        subject,
        dealId: ask.dealId ?? null,
        chain: [...ask.chain],
        reason: reason.trim(),
        facts,
        requestedById: ctx.actorId,
        requestedAt: ctx.now,
        expiresAt: ask.expiresAt ?? null,
      },
    });
    await record(tx, ctx, { action: "approval.asked", subject: `approval:${id}`, after: { kind, subject }, reason });
    const slip = { id, kind, chain: ask.chain, step: 0, reason, requestedById: ctx.actorId, deciderIds: [] };
    await tellApprovers(tx, ctx, slip, ctx.actorName);
    return { approvalId: id };
  } catch (error) {
    if (constraintOf(error) !== "Approval_one_open_per_question") throw error;
    throw new Refused({ code: "asked_already" });
  }
}

/** A question whose time is up does not stand in the way of asking it again. */
async function demandNotAsked(tx: Tx, ctx: Ctx, { kind, subject }: RequestApproval): Promise<void> {
  const open = await tx.approval.findFirst({ where: { kind, subject, status: "PENDING" }, select: { id: true } });
  if (open && !(await endIfLapsed(tx, ctx, open.id))) throw new Refused({ code: "asked_already" });
}
