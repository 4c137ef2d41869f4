import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { SignInMethod } from "~/platform/prisma/enums";

const PAGE = 50;

export type SignInLine = {
  id: string;
  at: Date;
  name: string;
  person: string | null;
  method: SignInMethod;
  ok: boolean;
  reason: string | null;
  ip: string;
  userAgent: string;
};

/** Every sign-in and every failure, newest first, by what was typed or where it came from. */
export async function listSignIns(
  ctx: CompanyCtx,
  { q, failed, after }: { q: string; failed: boolean; after: string | null },
) {
  demand(may(ctx.permissions, "audit:read"));
  const found = await db.signInAttempt.findMany({
    where: {
      ...(q ? { OR: [{ name: { contains: q, mode: "insensitive" } }, { ip: { startsWith: q } }] } : {}),
      ...(failed ? { ok: false } : {}),
      ...(after ? { id: { lt: after } } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const rows = found.slice(0, PAGE);
  const people = await db.user.findMany({
    where: { id: { in: rows.flatMap(({ userId }) => userId ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const lines = rows.map(
    ({ userId, ...row }): SignInLine => ({ ...row, person: userId ? (nameOf.get(userId) ?? null) : null }),
  );
  return { lines, next: found.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
}
