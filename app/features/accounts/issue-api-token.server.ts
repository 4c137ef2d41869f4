import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import { hashOf, newToken } from "~/platform/credential.server";
import { inTransaction, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { lockUser } from "./lock-user.server";

const DAY_MS = 86_400_000;

export type IssueToken = { userId: string; name: string; days: number | null };
type Issuer = Parameters<typeof record>[1];

/** Gives a program a token with a user's grants. It is shown once; only its hash is kept. */
export async function issueApiToken(ctx: CompanyCtx, input: IssueToken): Promise<{ tokenId: string; token: string }> {
  demand(may(ctx.permissions, "api_token:issue"));
  return inTransaction((tx) => writeToken(tx, ctx, input));
}

async function writeToken(tx: Tx, by: Issuer, { userId, name, days }: IssueToken) {
  const user = await lockUser(tx, userId);
  if (user.disabledAt) throw new Refused({ code: "wrong_state" });
  const token = newToken();
  const expiresAt = days === null ? null : new Date(by.now.getTime() + days * DAY_MS);
  const { id } = await tx.apiToken.create({
    data: { userId, name, tokenHash: hashOf(token), createdAt: by.now, expiresAt },
  });
  await record(tx, by, { action: "api_token.issued", subject: `user:${userId}`, after: { tokenId: id, name } });
  return { tokenId: id, token };
}

/** From now on the token counts for nothing. Repeating it is harmless. */
export async function revokeApiToken(ctx: CompanyCtx, { tokenId }: { tokenId: string }): Promise<void> {
  demand(may(ctx.permissions, "api_token:issue"));
  await inTransaction(async (tx) => {
    const token = await tx.apiToken.findUnique({ where: { id: tokenId } });
    if (!token) throw new Refused({ code: "not_found" });
    const { count } = await tx.apiToken.updateMany({
      where: { id: tokenId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) return;
    await record(tx, ctx, { action: "api_token.revoked", subject: `user:${token.userId}`, before: { tokenId } });
  });
}

/** A token for whoever stands at the machine, by login. Refuses `not_found`. */
export async function issueTokenFor(asked: { login: string; name: string; days: number | null }, now: Date) {
  return inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { login: asked.login }, select: { id: true } });
    if (!user) throw new Refused({ code: "not_found" });
    const by = { actorId: null, requestId: newId(), now };
    const made = await writeToken(tx, by, { userId: user.id, name: asked.name, days: asked.days });
    return { user: asked.login, ...made };
  });
}
