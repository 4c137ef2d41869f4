import { type Centiares, centiares } from "~/domain/area";
import { type Fen, fen } from "~/domain/money";
import { may } from "~/domain/permission";
import type { PriceListStatus } from "~/domain/price-list";
import { demand } from "~/domain/refusal";
import { type UnitPrice, unitPriceOf } from "~/domain/unit-price";
import type { Ctx } from "~/platform/context.server";
import { db, pool } from "~/platform/db.server";

export type PriceListRow = {
  id: string;
  phaseName: string;
  versionNo: number;
  name: string;
  status: PriceListStatus;
  effectiveAt: Date;
  draftedBy: string;
  /** A draft that was asked for and answered with a no. */
  sentBack: boolean;
  units: number;
  total: Fen;
  mean: UnitPrice | null;
};

type Row = Omit<PriceListRow, "total" | "mean"> & { total: string; area: string };

const LISTS = `SELECT p.id, h.name AS "phaseName", p."versionNo", p.name, p.status::text AS status, p."effectiveAt",
    o.name AS "draftedBy", p.status = 'DRAFT' AND coalesce((SELECT a.status = 'REJECTED' FROM "Approval" a
      WHERE a."projectId" = p."projectId" AND a.subject = 'price_list:' || p.id
      ORDER BY a."requestedAt" DESC, a.id DESC LIMIT 1), false) AS "sentBack",
    count(l."unitId")::int AS units, coalesce(sum(l."listFen"), 0)::text AS total,
    coalesce(sum(CASE u."priceBasis" WHEN 'INTERNAL' THEN u."internalCentiares" ELSE u."grossCentiares" END), 0)::text AS area
  FROM "PriceList" p JOIN "Phase" h ON h.id = p."phaseId" JOIN "User" o ON o.id = p."draftedById"
    LEFT JOIN "PriceListLine" l ON l."priceListId" = p.id LEFT JOIN "Unit" u ON u.id = l."unitId"
  WHERE p."projectId" = $1 GROUP BY p.id, h.name, o.name ORDER BY h.name, p."versionNo" DESC`;

/** Every version of every phase's prices, the newest first, each with its sum and mean per ㎡. */
export async function listPriceLists(ctx: Ctx): Promise<PriceListRow[]> {
  demand(may(ctx.permissions, "price_list:read"));
  const { rows } = await pool.query<Row>(LISTS, [ctx.projectId]);
  return rows.map(({ total, area, ...row }) => ({ ...row, total: fen(Number(total)), mean: meanOf(total, area) }));
}

/** The phases that prices are made for. */
export async function listPhases(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return db.phase.findMany({
    where: { projectId: ctx.projectId },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
}

function meanOf(total: string, area: string): UnitPrice | null {
  const size: Centiares = centiares(Number(area));
  return size > 0 ? unitPriceOf(fen(Number(total)), size, "HALF_UP") : null;
}
