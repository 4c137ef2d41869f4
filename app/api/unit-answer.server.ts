import { z } from "zod";
import { reachOf } from "~/domain/permission";
import { Refused } from "~/domain/refusal";
import { RELEASE_STATES, SALE_STATES } from "~/domain/unit-state";
import { getUnit } from "~/features/units/get-unit.server";
import { listUnitHistory, type UnitEvent } from "~/features/units/list-unit-history.server";
import type { Ctx } from "~/platform/context.server";
import { centiares, fen, id, instant, text, version } from "./wire";

/** One unit: how it stands, what it costs, and what happened to it. */
export const unit = z
  .object({
    id,
    label: text,
    building: z.object({ id, name: text }),
    phase: z.object({ id, name: text }),
    seller: z.object({ id, name: text }),
    entrance: text,
    floorLabel: text,
    number: text,
    use: text,
    orientation: text,
    layout: z.object({ name: text, rooms: z.int(), livingRooms: z.int(), bathrooms: z.int() }).nullable(),
    saleState: z.enum(SALE_STATES),
    releaseState: z.enum(RELEASE_STATES),
    claim: z
      .object({ dealId: id.nullable(), by: text.nullable(), since: instant, holdUntil: instant.nullable() })
      .nullable(),
    withheld: z.object({ until: instant.nullable(), reason: text }).nullable(),
    areas: z.object({
      grossCentiares: centiares,
      internalCentiares: centiares,
      surveyedGrossCentiares: centiares.nullable(),
      surveyedInternalCentiares: centiares.nullable(),
    }),
    prices: z.object({
      basis: text,
      listFen: fen.nullable(),
      filedFen: fen.nullable(),
      floorFen: fen.nullable().meta({ description: "null without the right price_list:read_floor" }),
      fittingOutFen: fen,
    }),
    history: z.array(
      z.object({ at: instant, kind: z.enum(["CLAIM", "OPENING", "CHANGE"]), what: text, by: text.nullable() }),
    ),
    version,
  })
  .meta({ id: "Unit" });

/** A unit in the names of the interface, for who may read all units of its project. */
export async function readUnit(ctx: Ctx, unitId: string) {
  if (reachOf(ctx.permissions, "unit:read") !== "scope") throw new Refused({ code: "not_permitted" });
  const [found, history] = await Promise.all([getUnit(ctx, unitId), listUnitHistory(ctx, unitId)]);
  const { openClaim } = found;
  const deal = openClaim?.kind === "DEAL" ? openClaim : null;
  return {
    ...found,
    building: { id: found.buildingId, name: found.buildingName },
    phase: { id: found.phaseId, name: found.phaseName },
    seller: { id: found.sellerId, name: found.sellerName },
    claim: openClaim && {
      dealId: found.dealId,
      by: deal?.by ?? null,
      since: openClaim.since,
      holdUntil: deal?.holdUntil ?? null,
    },
    withheld:
      found.releaseState === "WITHHELD" ? { until: found.withheldUntil, reason: found.withheldReason ?? "" } : null,
    areas: {
      grossCentiares: found.gross,
      internalCentiares: found.internal,
      surveyedGrossCentiares: found.surveyedGross,
      surveyedInternalCentiares: found.surveyedInternal,
    },
    prices: {
      basis: found.priceBasis,
      listFen: found.list,
      filedFen: found.filed,
      floorFen: found.floor,
      fittingOutFen: found.fittingOutPrice,
    },
    history: history.map(eventOf),
  };
}

function eventOf(event: UnitEvent) {
  const { at, kind } = event;
  if (kind === "OPENING") return { at, kind, what: event.state, by: null };
  return { at, kind, what: kind === "CLAIM" ? event.stage : event.action, by: event.by };
}
