import { reachOf } from "~/domain/permission";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** The slip on which a subject waits, where the caller may open it; null where there is none for him. */
export async function findOpenSlip(ctx: Ctx, subject: string): Promise<string | null> {
  const reach = reachOf(ctx.permissions, "approval:read");
  if (reach === null) return null;
  const own = reach === "own" ? { requestedById: ctx.actorId } : {};
  const slip = await db.approval.findFirst({
    where: { projectId: ctx.projectId, subject, status: "PENDING", ...own },
    select: { id: true },
  });
  return slip?.id ?? null;
}
