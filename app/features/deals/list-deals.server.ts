import { dayIn } from "~/domain/calendar";
import type { DealStage } from "~/domain/deal-state";
import { may, reachOf } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { matching } from "~/features/customers/matching.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { byName, type Orders, orderedBy } from "~/platform/list-order.server";
import { Prisma } from "~/platform/prisma/client";
import { dateOf } from "~/platform/stored-day.server";
import type { DealFilters } from "./deal-filters";

export type DealRow = {
  id: string;
  stage: DealStage;
  units: string;
  customer: string;
  consultant: string;
  number: string | null;
  dealFen: bigint | null;
  paidFen: bigint;
  holdUntil: Date | null;
  payBy: Date | null;
  signBy: string | null;
  step: "HOLD" | "DRAFTED" | "CONFIRMED" | "SIGNED" | "RESERVED" | "CONTRACTED" | "FILED" | "RECORDED" | "ENDED";
  lateFen: bigint;
  enteredAt: Date;
};
export type StageCount = { stage: DealStage; count: number; fen: bigint };

const PAGE = 50;

/** One page of the pipeline within the caller's reach, newest first unless asked otherwise, with count and amount of every stage that matches. */
export async function listDeals(ctx: Ctx, filters: DealFilters, after: string | null, limit = PAGE) {
  demand(may(ctx.permissions, "deal:read"));
  const where = conditions(ctx, { ...filters, stage: null });
  const [rows, stages] = await Promise.all([pageOf(ctx, filters, after, limit), countsOf(where)]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, stages, next: rows.length > limit && last ? last.id : null };
}

export type DealList = Awaited<ReturnType<typeof listDeals>>;

/** People who have deals here, for the filter of those who see them all. */
export async function listDealConsultants(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  if (reachOf(ctx.permissions, "deal:read") !== "scope") return [];
  return db.$queryRaw`
    SELECT u.id, u.name FROM "User" u
    WHERE EXISTS (SELECT 1 FROM "Deal" d WHERE d."consultantId" = u.id AND d."projectId" = ${ctx.projectId}::uuid)
    ORDER BY u.name, u.id`;
}

function conditions(ctx: Ctx, { q, stage, consultant, need }: DealFilters): Prisma.Sql {
  const own = reachOf(ctx.permissions, "deal:read") === "own" ? ctx.actorId : consultant;
  const all = [
    Prisma.sql`d."projectId" = ${ctx.projectId}::uuid`,
    stage ? Prisma.sql`d.stage::text = ${stage}` : null,
    own ? Prisma.sql`d."consultantId" = ${own}::uuid` : null,
    q ? searched(ctx, q) : null,
    need ? needed(ctx, need) : null,
  ];
  return Prisma.join(
    all.filter((one) => one !== null),
    " AND ",
  );
}

function searched(ctx: Ctx, q: string): Prisma.Sql {
  return Prisma.sql`(d."customerId" IN (${matching(ctx.projectId, "CUSTOMER", q)})
    OR starts_with(lower(s.number), lower(${q})) OR starts_with(lower(k.number), lower(${q}))
    OR EXISTS (SELECT 1 FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId"
      WHERE c."dealId" = d.id AND strpos(lower(u.label), lower(${q})) > 0))`;
}

/** What waits for somebody, in the words of the work list. */
function needed(ctx: Ctx, need: NonNullable<DealFilters["need"]>): Prisma.Sql {
  const today = dateOf(dayIn(ctx.timeZone, ctx.now));
  switch (need) {
    case "confirm":
      return Prisma.sql`d.stage = 'HELD' AND s."draftedAt" IS NOT NULL AND s."unitConfirmedAt" IS NULL`;
    case "sign":
      return Prisma.sql`d.stage = 'HELD' AND s."unitConfirmedAt" IS NOT NULL AND s."signedAt" IS NULL`;
    case "earnest":
      return Prisma.sql`d.stage = 'HELD' AND s."signedAt" IS NOT NULL`;
    case "contract":
      return Prisma.sql`d.stage = 'RESERVED'`;
    case "file":
      return Prisma.sql`d.stage = 'CONTRACTED' AND f.state IN ('NONE', 'WITHDRAWN')`;
    case "expiring":
      return Prisma.sql`d.stage = 'HELD' AND d."holdUntil" <= ${ctx.now}::timestamptz + interval '24 hours'`;
    case "late":
      return Prisma.sql`EXISTS (SELECT 1 FROM "Receivable" r WHERE r."dealId" = d.id AND r."voidedAt" IS NULL
        AND r."dueOn" < ${today}::date AND r."allocatedFen" < r."amountFen")`;
  }
}

const TABLES = Prisma.sql`"Deal" d LEFT JOIN "Subscription" s ON s."dealId" = d.id
  LEFT JOIN "Contract" k ON k."dealId" = d.id LEFT JOIN "Filing" f ON f."dealId" = d.id`;

const SHOWN = Prisma.sql`${TABLES} JOIN "ProjectCustomer" pc ON pc.id = d."customerId" JOIN "Person" p ON p.id = pc."personId"
  JOIN "User" o ON o.id = d."consultantId"`;
const ORDERS: Orders = {
  unit: Prisma.sql`coalesce((SELECT min(u."boardNo") FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId"
    WHERE c."dealId" = d.id), 0)`,
  customer: byName(Prisma.sql`p.name`),
  deadline: Prisma.sql`CASE d.stage WHEN 'HELD' THEN coalesce(d."holdUntil", 'infinity')
    WHEN 'RESERVED' THEN coalesce(s."signBy"::timestamptz, 'infinity') ELSE 'infinity' END`,
  price: Prisma.sql`coalesce(s."dealFen", 0)`,
  consultant: byName(Prisma.sql`o.name`),
  number: Prisma.sql`coalesce(k.number, s.number, '')`,
  entered: Prisma.sql`d."enteredAt"`,
};
const LIST = {
  orders: ORDERS,
  usual: "-entered",
  id: Prisma.sql`d.id`,
  project: Prisma.sql`d."projectId"`,
  tables: SHOWN,
};

function pageOf(ctx: Ctx, filters: DealFilters, after: string | null, limit: number): Promise<DealRow[]> {
  const { order, from } = orderedBy(LIST, ctx.projectId, filters.sort, after);
  const today = dateOf(dayIn(ctx.timeZone, ctx.now));
  return db.$queryRaw<DealRow[]>`
    SELECT d.id, d.stage::text AS stage, p.name AS customer, o.name AS consultant, coalesce(k.number, s.number) AS number,
      (SELECT coalesce(string_agg(DISTINCT u.label, ' · '), '') FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId"
        WHERE c."dealId" = d.id) AS units,
      s."dealFen", s."payBy", s."signBy"::text AS "signBy", d."holdUntil", d."enteredAt",
      (SELECT coalesce(sum(r."amountFen"), 0)::bigint FROM "Receipt" r
        WHERE r."dealId" = d.id AND r.status IN ('RECORDED', 'REVERSAL_ASKED')) AS "paidFen",
      (SELECT coalesce(sum(r."amountFen" - r."allocatedFen"), 0)::bigint FROM "Receivable" r
        WHERE r."dealId" = d.id AND r."voidedAt" IS NULL
        AND r."dueOn" < ${today}::date AND r."allocatedFen" < r."amountFen") AS "lateFen",
      CASE WHEN d."endedAt" IS NOT NULL THEN 'ENDED' WHEN f.state IN ('FILED', 'RECORDED') THEN f.state::text
        WHEN d.stage <> 'HELD' THEN d.stage::text WHEN s."signedAt" IS NOT NULL THEN 'SIGNED'
        WHEN s."unitConfirmedAt" IS NOT NULL THEN 'CONFIRMED' WHEN s."dealId" IS NOT NULL THEN 'DRAFTED' ELSE 'HOLD' END AS step
    FROM ${SHOWN} WHERE ${conditions(ctx, filters)} ${from}
    ORDER BY ${order} LIMIT ${limit + 1}`;
}

function countsOf(where: Prisma.Sql): Promise<StageCount[]> {
  return db.$queryRaw<StageCount[]>`
    SELECT d.stage::text AS stage, count(*)::int AS count, coalesce(sum(s."dealFen"), 0)::bigint AS fen
    FROM ${TABLES} WHERE ${where} GROUP BY d.stage ORDER BY d.stage`;
}
