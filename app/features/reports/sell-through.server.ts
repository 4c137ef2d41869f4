import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";

/**
 * 去化 of one building. Released: offered by now, or sold. Sold: subscribed or signed, with what was sold before the
 * system came; signed counts contracts alone. Amounts at list price, at the filed price where none is in force.
 */
export type SellThrough = {
  buildingId: string;
  building: string;
  total: number;
  released: number;
  sold: number;
  signed: number;
  releasedCentiares: number;
  soldCentiares: number;
  signedCentiares: number;
  releasedFen: number | null;
  soldFen: number | null;
  signedFen: number | null;
};

const SELL_THROUGH = `WITH stock AS (
    SELECT u."buildingId", u."grossCentiares" AS area, coalesce(u."listFen", u."filedFen", 0) AS price,
      coalesce(c."openingState"::text, d.stage::text) IN ('RESERVED', 'CONTRACTED', 'FILED') AS sold,
      coalesce(c."openingState"::text, d.stage::text) IN ('CONTRACTED', 'FILED') AS signed,
      u."releaseState" <> 'UNRELEASED' OR c.id IS NOT NULL AS released
    FROM "Unit" u LEFT JOIN "Claim" c ON c."unitId" = u.id AND c."endedAt" IS NULL
      LEFT JOIN "Deal" d ON d.id = c."dealId"
    WHERE u."projectId" = $1 AND u."archivedAt" IS NULL AND u."saleCategory" = 'FOR_SALE')
  SELECT b.id AS "buildingId", b.name AS building, count(*)::int AS total,
    (count(*) FILTER (WHERE released))::int AS released, (count(*) FILTER (WHERE sold))::int AS sold,
    (count(*) FILTER (WHERE signed))::int AS signed,
    coalesce(sum(area) FILTER (WHERE released), 0)::int8::text AS "releasedCentiares",
    coalesce(sum(area) FILTER (WHERE sold), 0)::int8::text AS "soldCentiares",
    coalesce(sum(area) FILTER (WHERE signed), 0)::int8::text AS "signedCentiares",
    coalesce(sum(price) FILTER (WHERE released), 0)::text AS "releasedFen",
    coalesce(sum(price) FILTER (WHERE sold), 0)::text AS "soldFen",
    coalesce(sum(price) FILTER (WHERE signed), 0)::text AS "signedFen"
  FROM stock s JOIN "Building" b ON b.id = s."buildingId" GROUP BY b.id, b.name, b.position ORDER BY b.position, b.name`;

const SUMS = [
  "releasedCentiares",
  "soldCentiares",
  "signedCentiares",
  "releasedFen",
  "soldFen",
  "signedFen",
] as const satisfies (keyof SellThrough)[];

/** Sell-through of every building, in the order of the board. */
export async function getSellThrough(ctx: Pick<Ctx, "projectId">): Promise<SellThrough[]> {
  const { rows } = await pool.query<SellThrough>(SELL_THROUGH, [ctx.projectId]);
  // Sums arrive as text, so that no digit is lost on the way.
  return rows.map((row) => ({ ...row, ...Object.fromEntries(SUMS.map((name) => [name, Number(row[name])])) }));
}
