import type { ApprovalKind } from "~/domain/approval";
import type { Role } from "~/domain/permission";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";

/** A no with its words; `inPlaceOf`: the name of the one whose answer it was to give. */
export type SentBack = { by: string; inPlaceOf: string | null; role: Role; reason: string; at: Date };

/**
 * The no that sent a subject back to its drafter, while it is the last that was said about it; null otherwise. For
 * whoever may read the subject: the reader's right to that is asked before.
 */
export async function getSentBack(ctx: Ctx, subject: string): Promise<SentBack | null> {
  const slip = await db.approval.findFirst({
    where: { projectId: ctx.projectId, subject },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    select: { id: true, status: true },
  });
  if (slip?.status !== "REJECTED") return null;
  return saidNo(await db.approvalDecision.findFirst({ where: { approvalId: slip.id, yes: false }, select: NO }));
}

/** Where the last question about a subject stands: its slip while it waits, or the no that sent the subject back. */
export type Asked = { waits: string | null; sentBack: SentBack | null };

/** The same for every subject of a kind, by subject; for whoever may read them. */
export async function listAsked(ctx: Ctx, kind: ApprovalKind): Promise<Map<string, Asked>> {
  const slips = await db.approval.findMany({
    where: { projectId: ctx.projectId, kind },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    distinct: ["subject"],
    select: { id: true, subject: true, status: true, decisions: { where: { yes: false }, select: NO } },
  });
  return new Map(
    slips.map(({ id, subject, status, decisions }) => [
      subject,
      { waits: status === "PENDING" ? id : null, sentBack: status === "REJECTED" ? saidNo(decisions[0]) : null },
    ]),
  );
}

const NO = {
  role: true,
  reason: true,
  at: true,
  decider: { select: { name: true } },
  substitution: { select: { for: { select: { name: true } } } },
} as const satisfies Prisma.ApprovalDecisionSelect;

function saidNo(no: Prisma.ApprovalDecisionGetPayload<{ select: typeof NO }> | null | undefined): SentBack | null {
  if (!no) return null;
  const { decider, substitution, ...said } = no;
  return { by: decider.name, inPlaceOf: substitution?.for.name ?? null, ...said };
}
