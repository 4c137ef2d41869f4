import { retainedSince } from "~/domain/erasure";
import { mayAsk } from "~/domain/permission";
import { LAST_CONTACT, NOTHING_KEEPS } from "~/features/projects/retention-over";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";

/** In SQL, about the customer `c`: not heard of for longer than the period of retention, and nothing keeps the person. */
export function retentionOver({ now, settings, timeZone }: Ctx): Prisma.Sql {
  const since = retainedSince(now, settings.retentionMonths, timeZone);
  return Prisma.sql`c."createdAt" < ${since} AND ${Prisma.raw(LAST_CONTACT)} < ${since} AND ${Prisma.raw(NOTHING_KEEPS)}`;
}

/** How many customers of the project are due to be erased; none for those who do not erase. */
export async function countRetentionOver(ctx: Ctx): Promise<number> {
  if (!mayAsk(ctx.permissions, "customer:erase").ok) return 0;
  const [{ count }] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM "ProjectCustomer" c
    WHERE c."projectId" = ${ctx.projectId}::uuid AND c."archivedAt" IS NULL AND ${retentionOver(ctx)}`;
  return count;
}
