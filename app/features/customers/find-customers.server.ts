import { may, reachOf } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { CustomerGrade, CustomerStage } from "~/platform/prisma/enums";
import { matching } from "./matching.server";
import { maskPhone } from "./phone";

export type FoundCustomer = {
  id: string;
  name: string;
  /** Masked. */
  phone: string | null;
  ownerId: string | null;
  ownerName: string | null;
  grade: CustomerGrade | null;
  stage: CustomerStage;
  lastVisitOn: string | null;
};

type Row = Omit<FoundCustomer, "phone"> & { e164: string | null };

/**
 * Customers within the caller's reach by the beginning of a name, its pinyin or initials, by a whole phone or ID number
 * or by its last four digits; whoever was here last comes first. An empty query finds nobody. For pickers.
 */
export async function findCustomers(ctx: Ctx, query: string, limit = 8): Promise<FoundCustomer[]> {
  demand(may(ctx.permissions, "customer:read"));
  if (query.trim() === "") return [];
  const own = reachOf(ctx.permissions, "customer:read") === "own";
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, p.name, c."ownerId", u.name AS "ownerName", c.grade::text AS grade, c.stage::text AS stage,
      (SELECT e164 FROM "PersonPhone" t WHERE t."personId" = p.id ORDER BY t."primary" DESC, t.id LIMIT 1) AS e164,
      (SELECT max(i."businessOn")::text FROM "Interaction" i
        WHERE i."customerId" = c.id AND i.kind IN ('VISIT_FIRST', 'VISIT_REPEAT')) AS "lastVisitOn"
    FROM "ProjectCustomer" c JOIN "Person" p ON p.id = c."personId" LEFT JOIN "User" u ON u.id = c."ownerId"
    WHERE c.id IN (${matching(ctx.projectId, "CUSTOMER", query)})
      AND c."projectId" = ${ctx.projectId}::uuid AND c."archivedAt" IS NULL
      ${own ? Prisma.sql`AND c."ownerId" = ${ctx.actorId}::uuid` : Prisma.empty}
    ORDER BY c."lastFollowUpAt" DESC NULLS LAST, c.id DESC
    LIMIT ${Math.min(50, limit)}`;
  return rows.map(({ e164, ...row }) => ({ ...row, phone: e164 && maskPhone(e164) }));
}
