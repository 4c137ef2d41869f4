import { businessDay } from "~/domain/calendar";
import type { DealStage } from "~/domain/deal-state";
import { type Fen, fen } from "~/domain/money";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { matching } from "~/features/customers/matching.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { maybeDayOf } from "~/platform/stored-day.server";

export type PayableDealRow = {
  id: string;
  units: string;
  customer: string;
  stage: DealStage;
  open: Fen;
  overdue: Fen;
  nextDueOn: string | null;
};

type Row = Omit<PayableDealRow, "open" | "overdue" | "nextDueOn"> & {
  open: bigint;
  overdue: bigint;
  nextDueOn: Date | null;
};

const MOST = 12;

/**
 * Live deals by name, phone tail, unit or receipt number; without a question those that owe money, the most urgent
 * first. For whoever takes money.
 */
export async function findPayableDeals(ctx: Ctx, query: string): Promise<PayableDealRow[]> {
  demand(may(ctx.permissions, "payment:record"));
  const asked = query.trim().slice(0, 80);
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.id, d.stage::text AS stage, p.name AS customer,
      coalesce((SELECT string_agg(n.label, '、' ORDER BY n.label) FROM "Claim" k JOIN "Unit" n ON n.id = k."unitId"
        WHERE k."dealId" = d.id AND k."endedAt" IS NULL), '') AS units,
      coalesce(m.open, 0)::bigint AS open, coalesce(m.overdue, 0)::bigint AS overdue, m."nextDueOn"
    FROM "Deal" d JOIN "ProjectCustomer" c ON c.id = d."customerId" JOIN "Person" p ON p.id = c."personId"
      LEFT JOIN LATERAL (
        SELECT sum(r."amountFen" - r."allocatedFen") AS open, min(r."dueOn") AS "nextDueOn",
          sum(r."amountFen" - r."allocatedFen") FILTER (WHERE r."dueOn" < ${businessDay(ctx.now)}::date) AS overdue
        FROM "Receivable" r
        WHERE r."dealId" = d.id AND r."voidedAt" IS NULL AND r."allocatedFen" < r."amountFen"
      ) m ON true
    WHERE d."projectId" = ${ctx.projectId}::uuid AND d.stage IN ('HELD', 'RESERVED', 'CONTRACTED')
      AND (d.stage <> 'HELD' OR d."holdUntil" > ${ctx.now}) AND ${asked === "" ? owing() : named(ctx, asked)}
    ORDER BY (d.stage = 'HELD') DESC, m."nextDueOn" NULLS LAST, d."enteredAt" DESC, d.id LIMIT ${MOST}`;
  return rows.map(({ nextDueOn, ...row }) => ({
    ...row,
    open: fen(row.open),
    overdue: fen(row.overdue),
    nextDueOn: maybeDayOf(nextDueOn),
  }));
}

function owing(): Prisma.Sql {
  return Prisma.sql`m.open > 0`;
}

function named(ctx: Ctx, asked: string): Prisma.Sql {
  const like = `%${asked.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(d."customerId" IN (${matching(ctx.projectId, "CUSTOMER", asked)})
    OR d.id IN (${matching(ctx.projectId, "DEAL", asked)})
    OR d.id IN (SELECT r."dealId" FROM "Receipt" r WHERE r.id IN (${matching(ctx.projectId, "RECEIPT", asked)}))
    OR EXISTS (SELECT 1 FROM "Claim" k JOIN "Unit" n ON n.id = k."unitId"
      WHERE k."dealId" = d.id AND k."endedAt" IS NULL AND n.label ILIKE ${like}))`;
}
