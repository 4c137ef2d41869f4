import { reachOf } from "~/domain/permission";
import { demand, unless } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import { inTransaction } from "~/platform/db.server";
import { lockUser } from "./lock-user.server";

/** Signs somebody out on all their devices. */
export async function endUserSessions(ctx: CompanyCtx, { userId }: { userId: string }): Promise<void> {
  const reaches = reachOf(ctx.permissions, "session:manage") === "scope";
  demand(unless(reaches, "not_permitted", { needed: "session:manage" }));
  await inTransaction(async (tx) => {
    await lockUser(tx, userId);
    const open = { userId, endedAt: null };
    const { count } = await tx.session.updateMany({ where: open, data: { endedAt: ctx.now } });
    await record(tx, ctx, { action: "session.ended", subject: `user:${userId}`, after: { count } });
  });
}
