import { type Fen, fen } from "~/domain/money";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** What a unit was offered at, and by which price list; `until` is null for the price in force. */
export type UnitPrice = { listId: string; name: string; versionNo: number; from: Date; until: Date | null; list: Fen };

const SHOWN = 50;

/**
 * The list prices of a unit, newest first. Each holds until the next list that names the unit takes effect; lists that
 * never took effect are nobody's price.
 */
export async function listUnitPrices(ctx: Ctx, unitId: string): Promise<UnitPrice[]> {
  demand(may(ctx.permissions, "unit:read"));
  const lines = await db.priceListLine.findMany({
    where: { unitId, projectId: ctx.projectId, priceList: { status: { in: ["EFFECTIVE", "SUPERSEDED"] } } },
    select: { listFen: true, priceList: { select: { id: true, name: true, versionNo: true, effectiveAt: true } } },
    orderBy: [{ priceList: { effectiveAt: "desc" } }, { priceList: { versionNo: "desc" } }],
    take: SHOWN,
  });
  return lines.map(({ listFen, priceList: { id, name, versionNo, effectiveAt } }, at) => ({
    ...{ listId: id, name, versionNo, from: effectiveAt },
    until: lines[at - 1]?.priceList.effectiveAt ?? null,
    list: fen(listFen),
  }));
}
