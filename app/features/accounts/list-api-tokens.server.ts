import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** Tokens that count, newest first, and whom a new one can be given to. */
export async function listApiTokens(ctx: CompanyCtx) {
  demand(may(ctx.permissions, "api_token:issue"));
  const [tokens, users] = await Promise.all([
    db.apiToken.findMany({
      where: { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: ctx.now } }] },
      select: {
        id: true,
        name: true,
        createdAt: true,
        lastUsedAt: true,
        expiresAt: true,
        user: { select: { name: true } },
      },
      orderBy: { id: "desc" },
    }),
    db.user.findMany({
      where: { login: { not: null }, disabledAt: null },
      select: { id: true, name: true, login: true },
      orderBy: { login: "asc" },
    }),
  ]);
  return { tokens: tokens.map(({ user, ...token }) => ({ ...token, user: user.name })), users };
}
