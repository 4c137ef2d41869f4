import type { Role } from "~/domain/permission";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

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
  const no = await db.approvalDecision.findFirst({
    where: { approvalId: slip.id, yes: false },
    select: {
      ...{ role: true, reason: true, at: true, decider: { select: { name: true } } },
      substitution: { select: { for: { select: { name: true } } } },
    },
  });
  if (!no) return null;
  const { role, reason, at } = no;
  return { by: no.decider.name, inPlaceOf: no.substitution?.for.name ?? null, role, reason, at };
}
