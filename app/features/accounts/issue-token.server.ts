import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import { hashOf, newToken } from "~/platform/credential.server";
import { inTransaction } from "~/platform/db.server";

export type IssueToken = {
  login: string;
  /** What the token is for, as the list of tokens shows it. */
  name: string;
  expiresAt?: Date;
};

/**
 * Makes a token with which a program acts as that user, by the user's grants. It is shown once and kept nowhere.
 * Refuses not_found (no such user), value_missing (no name).
 */
export async function issueToken(ctx: CompanyCtx, { login, name, expiresAt }: IssueToken): Promise<{ token: string }> {
  demand(may(ctx.permissions, "api_token:issue"));
  if (name.trim() === "") throw new Refused({ code: "value_missing", params: { field: "name" } });
  const token = newToken();
  await inTransaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { login, disabledAt: null }, select: { id: true } });
    if (!user) throw new Refused({ code: "not_found" });
    const { id } = await tx.apiToken.create({
      data: {
        userId: user.id,
        name: name.trim(),
        tokenHash: hashOf(token),
        createdAt: ctx.now,
        expiresAt: expiresAt ?? null,
      },
    });
    await record(tx, ctx, { action: "api_token.issued", subject: `user:${user.id}`, after: { tokenId: id } });
  });
  return { token };
}
