import { may, mayAsk, reachOf } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { byName, type Orders, orderedBy } from "~/platform/list-order.server";
import { Prisma } from "~/platform/prisma/client";
import type { CustomerGrade, CustomerStage } from "~/platform/prisma/enums";
import type { CustomerFilters } from "./customer-filters";
import { matching } from "./matching.server";
import { maskName } from "./person-name";
import { maskPhone } from "./phone";
import { retentionOver } from "./retention-over.server";

export type CustomerRow = {
  id: string;
  /** Masked for a consultant who looks at the pool. */
  name: string;
  /** Masked. */
  phone: string | null;
  ownerName: string | null;
  grade: CustomerGrade | null;
  stage: CustomerStage;
  source: string;
  visits: number;
  lastFollowUpAt: Date | null;
  nextOn: string | null;
  createdAt: Date;
};

export type CustomerTotals = { count: number; gradeA: number; visits: number; withDeal: number };

const PAGE = 50;

/** One page of the customers within the caller's reach, newest first unless asked otherwise, with the totals of all that match. */
export async function listCustomers(ctx: Ctx, filters: CustomerFilters, after: string | null, limit = PAGE) {
  demand(may(ctx.permissions, "customer:read"));
  const where = conditions(ctx, filters);
  const [rows, totals] = await Promise.all([
    pageOf(where, orderedBy(LIST, ctx.projectId, filters.sort ?? (filters.due ? "lastFollowUp" : null), after), limit),
    totalsOf(ctx, where),
  ]);
  const hidden = filters.pool && reachOf(ctx.permissions, "customer:read") === "own";
  const shown = rows.slice(0, limit).map(({ e164, ...row }) => ({
    ...row,
    name: hidden ? maskName(row.name) : row.name,
    phone: e164 && maskPhone(e164),
  }));
  const last = shown.at(-1);
  const next = rows.length > limit && last ? last.id : null;
  return { rows: shown, totals, next };
}

/** Own customers or all of the project; the public pool for those who may claim from it. */
function conditions(ctx: Ctx, filters: CustomerFilters): Prisma.Sql {
  const own = reachOf(ctx.permissions, "customer:read") === "own";
  const mayClaim = may(ctx.permissions, "customer:claim_from_pool").ok;
  const all = [
    Prisma.sql`c."projectId" = ${ctx.projectId}::uuid AND c."archivedAt" IS NULL`,
    filters.pool && (mayClaim || !own) ? pooled(ctx) : null,
    filters.due === true && mayAsk(ctx.permissions, "customer:erase").ok ? retentionOver(ctx) : null,
    own && !(filters.pool && mayClaim) ? Prisma.sql`c."ownerId" = ${ctx.actorId}::uuid` : null,
    filters.owner && !own ? Prisma.sql`c."ownerId" = ${filters.owner}::uuid` : null,
    filters.grade ? Prisma.sql`c.grade::text = ${filters.grade}` : null,
    filters.stage ? Prisma.sql`c.stage::text = ${filters.stage}` : null,
    filters.source ? Prisma.sql`c.source = ${filters.source}` : null,
    filters.q ? Prisma.sql`c.id IN (${matching(ctx.projectId, "CUSTOMER", filters.q)})` : null,
  ];
  return Prisma.join(
    all.filter((one) => one !== null),
    " AND ",
  );
}

/** As the domain's rule of the pool says: nobody's, of somebody who left, or not followed up for too long. */
function pooled({ now, settings }: Ctx): Prisma.Sql {
  return Prisma.sql`(c."ownerId" IS NULL OR u."disabledAt" IS NOT NULL OR (c.stage NOT IN ('COMMITTED', 'BUYER')
    AND greatest(c."ownedSince", c."lastFollowUpAt") <= ${now}::timestamptz - make_interval(days => ${settings.ownershipDays}::int)
    AND NOT EXISTS (SELECT 1 FROM "Deal" d WHERE d."customerId" = c.id AND d.stage IN ('HELD', 'RESERVED', 'CONTRACTED'))))`;
}

const TABLES = Prisma.sql`"ProjectCustomer" c JOIN "Person" p ON p.id = c."personId" LEFT JOIN "User" u ON u.id = c."ownerId"`;
const ORDERS: Orders = {
  name: byName(Prisma.sql`p.name`),
  owner: byName(Prisma.sql`coalesce(u.name, '')`),
  grade: Prisma.sql`coalesce(c.grade::text, '~')`,
  stage: Prisma.sql`c.stage`,
  visits: Prisma.sql`c.visits`,
  lastFollowUp: Prisma.sql`coalesce(c."lastFollowUpAt", '-infinity')`,
  created: Prisma.sql`c."createdAt"`,
};
const LIST = {
  orders: ORDERS,
  usual: "-created",
  id: Prisma.sql`c.id`,
  project: Prisma.sql`c."projectId"`,
  tables: TABLES,
};

function pageOf(where: Prisma.Sql, { order, from }: ReturnType<typeof orderedBy>, limit: number) {
  return db.$queryRaw<(Omit<CustomerRow, "phone"> & { e164: string | null })[]>`
    SELECT c.id, p.name, u.name AS "ownerName", c.grade::text AS grade, c.stage::text AS stage, c.source, c.visits,
      c."lastFollowUpAt", c."createdAt",
      (SELECT e164 FROM "PersonPhone" t WHERE t."personId" = p.id ORDER BY t."primary" DESC, t.id LIMIT 1) AS e164,
      (SELECT i."nextOn"::text FROM "Interaction" i WHERE i."customerId" = c.id AND i."nextOn" IS NOT NULL
        ORDER BY i.at DESC LIMIT 1) AS "nextOn"
    FROM ${TABLES} WHERE ${where} ${from} ORDER BY ${order} LIMIT ${limit + 1}`;
}

async function totalsOf({ projectId }: Ctx, where: Prisma.Sql): Promise<CustomerTotals> {
  const [totals] = await db.$queryRaw<CustomerTotals[]>`
    SELECT count(*)::int AS count, (count(*) FILTER (WHERE c.grade = 'A'))::int AS "gradeA",
      coalesce(sum(c.visits), 0)::int AS visits, (count(*) FILTER (WHERE c.id IN (SELECT d."customerId" FROM "Deal" d
        WHERE d."projectId" = ${projectId}::uuid AND d.stage IN ('HELD', 'RESERVED', 'CONTRACTED'))))::int AS "withDeal"
    FROM "ProjectCustomer" c LEFT JOIN "User" u ON u.id = c."ownerId" WHERE ${where}`;
  return totals ?? { count: 0, gradeA: 0, visits: 0, withDeal: 0 };
}
