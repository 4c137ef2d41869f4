import { Refused } from "~/domain/refusal";
import type { Tx } from "~/platform/db.server";
import type { User } from "~/platform/prisma/client";

/** Holds a user's row until the transaction ends, so that two changes to one person follow each other. */
export async function lockUser(tx: Tx, userId: string): Promise<User> {
  const [user] = await tx.$queryRaw<User[]>`SELECT * FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`;
  if (!user) throw new Refused({ code: "not_found" });
  return user;
}

/** Administrators of the company other than this one, all held, so that the last two cannot go at the same moment. */
export async function lockOtherAdministrators(tx: Tx, userId: string): Promise<number> {
  const others = await tx.$queryRaw<unknown[]>`
    SELECT g.id FROM "Grant" g JOIN "User" u ON u.id = g."userId"
    WHERE g.role = 'ADMIN' AND g.scope = 'COMPANY' AND g."endedAt" IS NULL AND u."disabledAt" IS NULL
      AND g."userId" <> ${userId}::uuid
    ORDER BY g.id FOR UPDATE`;
  return others.length;
}
