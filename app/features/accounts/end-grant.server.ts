import { mayEnd } from "~/domain/grant";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import { inTransaction } from "~/platform/db.server";
import { lockOtherAdministrators, lockUser } from "./lock-user.server";

/** Takes a role away from a user; from the next request on it counts for nothing. */
export async function endGrant(ctx: CompanyCtx, { userId, grantId }: { userId: string; grantId: string }) {
  demand(may(ctx.permissions, "user:grant"));
  await inTransaction(async (tx) => {
    const others = await lockOtherAdministrators(tx, userId);
    await lockUser(tx, userId);
    const grant = await tx.grant.findFirst({ where: { id: grantId, userId } });
    if (!grant) throw new Refused({ code: "not_found" });
    const administrates = grant.role === "ADMIN" && grant.scope === "COMPANY";
    demand(mayEnd(ctx, { id: userId }, administrates ? others : 1));
    if (grant.endedAt) return;
    await tx.grant.update({ where: { id: grantId }, data: { endedAt: ctx.now } });
    await record(tx, ctx, {
      action: "grant.ended",
      subject: `user:${userId}`,
      before: { role: grant.role, scope: grant.scope },
    });
  });
}
