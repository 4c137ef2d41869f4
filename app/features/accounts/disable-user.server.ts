import { mayEnd } from "~/domain/grant";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import { inTransaction } from "~/platform/db.server";
import { lockOtherAdministrators, lockUser } from "./lock-user.server";

type Change = { userId: string; reason: string };

/** Closes a user's account: every session ends at once. What they did stays theirs. */
export async function disableUser(ctx: CompanyCtx, { userId, reason }: Change): Promise<void> {
  demand(may(ctx.permissions, "user:create_or_disable"));
  await inTransaction(async (tx) => {
    const left = await lockOtherAdministrators(tx, userId);
    const user = await lockUser(tx, userId);
    demand(mayEnd(ctx, user, left));
    if (user.disabledAt) return;
    await tx.user.update({ where: { id: userId }, data: { disabledAt: ctx.now } });
    await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: ctx.now } });
    await tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: ctx.now } });
    await record(tx, ctx, { action: "user.disabled", subject: `user:${userId}`, reason });
  });
}

/** Opens a closed account again, with the grants it still has. */
export async function enableUser(ctx: CompanyCtx, { userId, reason }: Change): Promise<void> {
  demand(may(ctx.permissions, "user:create_or_disable"));
  await inTransaction(async (tx) => {
    const user = await lockUser(tx, userId);
    if (!user.disabledAt) return;
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null } });
    await record(tx, ctx, { action: "user.enabled", subject: `user:${userId}`, reason });
  });
}
