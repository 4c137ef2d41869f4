import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import { constraintOf, inTransaction } from "~/platform/db.server";
import { hashPassword, initialPassword } from "./password.server";

export type CreateUser = { name: string; login: string };

/**
 * Makes a sign-in for a member of staff and returns the password to hand over, which is shown once and kept nowhere.
 * A login that exists is refused `value_duplicate`, so a form sent twice makes one user.
 */
export async function createUser(ctx: CompanyCtx, { name, login }: CreateUser) {
  demand(may(ctx.permissions, "user:create_or_disable"));
  const password = initialPassword();
  const passwordHash = await hashPassword(password);
  try {
    return await inTransaction(async (tx) => {
      const { id } = await tx.user.create({ data: { name, login, passwordHash, createdAt: ctx.now } });
      await record(tx, ctx, { action: "user.created", subject: `user:${id}`, after: { login } });
      return { userId: id, password };
    });
  } catch (error) {
    if (constraintOf(error) !== "User_login_key") throw error;
    throw new Refused({ code: "value_duplicate" });
  }
}
