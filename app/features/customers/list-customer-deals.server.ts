import { reachOf } from "~/domain/permission";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { DealStage } from "~/platform/prisma/enums";
import { withinReach } from "./customer-reach.server";

type Row = {
  id: string;
  stage: DealStage;
  holdUntil: Date | null;
  enteredAt: Date;
  endedAt: Date | null;
  consultantName: string;
  /** The homes, the one claimed first in front. */
  units: { id: string; label: string }[];
  number: string | null;
  priceFen: bigint | null;
  signedAt: Date | null;
  effectiveAt: Date | null;
  contractedAt: Date | null;
};

export type CustomerDeal = Awaited<ReturnType<typeof listCustomerDeals>>[number];

/** The deals of a customer that the caller may read, newest first, with their units; amounts in fen. */
export async function listCustomerDeals(ctx: Ctx, customerId: string) {
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.id, d.stage::text AS stage, d."holdUntil", d."enteredAt", d."endedAt", o.name AS "consultantName",
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'label', u.label) ORDER BY h.since, u.id), '[]')
        FROM (SELECT "unitId", min(since) AS since FROM "Claim" WHERE "dealId" = d.id GROUP BY 1) h
          JOIN "Unit" u ON u.id = h."unitId") AS units,
      coalesce(k.number, s.number) AS number, coalesce(k."priceFen", s."dealFen") AS "priceFen",
      s."signedAt", s."effectiveAt", k."enteredAt" AS "contractedAt"
    FROM "Deal" d JOIN "ProjectCustomer" c ON c.id = d."customerId" JOIN "User" o ON o.id = d."consultantId"
      LEFT JOIN "Subscription" s ON s."dealId" = d.id LEFT JOIN "Contract" k ON k."dealId" = d.id
    WHERE ${readableDeals(ctx, customerId)} ORDER BY d."enteredAt" DESC, d.id DESC`;
  return rows.map(({ priceFen, ...deal }) => ({ ...deal, priceFen: priceFen === null ? null : Number(priceFen) }));
}

/** The deals `d` of a customer `c` that the caller may read, in SQL: all of the project, or as the consultant. */
export function readableDeals(ctx: Ctx, customerId: string): Prisma.Sql {
  const reach = reachOf(ctx.permissions, "deal:read");
  if (!reach) return Prisma.sql`false`;
  const own = reach === "own" ? Prisma.sql`AND d."consultantId" = ${ctx.actorId}::uuid` : Prisma.empty;
  return Prisma.sql`c.id = ${customerId}::uuid AND ${withinReach(ctx, "customer:read")} ${own}`;
}
