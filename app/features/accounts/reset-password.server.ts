import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import { inTransaction } from "~/platform/db.server";
import { lockUser } from "./lock-user.server";
import { hashPassword, initialPassword } from "./password.server";

/** Gives a member of staff a new password to hand over, lifts a lock and signs them out everywhere. */
export async function resetPassword(ctx: CompanyCtx, { userId }: { userId: string }): Promise<{ password: string }> {
  demand(may(ctx.permissions, "user:create_or_disable"));
  const password = initialPassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const { login } = await lockUser(tx, userId);
    if (!login) throw new Refused({ code: "not_found" });
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await tx.signInLock.deleteMany({ where: { name: login } });
    await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: ctx.now } });
    await record(tx, ctx, { action: "user.password_reset", subject: `user:${userId}` });
    return { password };
  });
}
