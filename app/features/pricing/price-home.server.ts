import { type Centiares, centiares } from "~/domain/area";
import type { PriceBounds } from "~/domain/authority";
import { type Fen, fen, partOf } from "~/domain/money";
import { ppm, WHOLE } from "~/domain/rate";
import { Refused } from "~/domain/refusal";
import type { Acting, Ctx } from "~/platform/context.server";
import { db, type Tx } from "~/platform/db.server";
import type { PriceBasis } from "~/platform/prisma/enums";

export type ListedHome = {
  unitId: string;
  list: Fen;
  /** The area that unit discounts count by. */
  area: Centiares;
  basis: PriceBasis;
  gross: Centiares;
  internal: Centiares;
  /** For the rules alone: whoever shows it asks price_list:read_floor first. */
  floor: Fen | null;
  filed: Fen | null;
};

/** The prices in force of a unit. Refuses `price_missing` where no list has priced it. */
export async function priceHome(ctx: Acting, unitId: string, client: Tx = db): Promise<ListedHome> {
  const unit = await client.unit.findFirst({ where: { id: unitId, projectId: ctx.projectId, archivedAt: null } });
  if (!unit) throw new Refused({ code: "not_found" });
  if (unit.listFen === null) throw new Refused({ code: "price_missing" });
  return {
    unitId,
    list: fen(unit.listFen),
    area: centiares(unit.priceBasis === "INTERNAL" ? unit.internalCentiares : unit.grossCentiares),
    basis: unit.priceBasis,
    gross: centiares(unit.grossCentiares),
    internal: centiares(unit.internalCentiares),
    floor: unit.floorFen === null ? null : fen(unit.floorFen),
    filed: unit.filedFen === null ? null : fen(unit.filedFen),
  };
}

/** What a deal price is measured by; the filed band counts only where the project's setting forbids leaving it. */
export function boundsOf(home: ListedHome, schemePrice: Fen, { settings }: Ctx): PriceBounds {
  const guarded = settings.filedPriceGuard === "FORBID" ? home.filed : null;
  const lowest = settings.filedBandLowerPpm;
  return {
    schemePrice,
    floor: home.floor,
    filed: guarded,
    filedLowest: guarded !== null && lowest > 0 ? partOf(guarded, ppm(WHOLE - lowest), "UP") : null,
  };
}
