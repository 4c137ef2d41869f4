import { z } from "zod";
import { DUE_EVENTS } from "~/domain/payment-plan";
import { reachOf } from "~/domain/permission";
import { Refused } from "~/domain/refusal";
import { SPECIAL_RELATIONS } from "~/domain/special-discount";
import { RELEASE_STATES, SALE_STATES } from "~/domain/unit-state";
import { placeHold } from "~/features/deals/place-hold.server";
import { reserveUnit } from "~/features/deals/reserve-unit.server";
import { getUnit } from "~/features/units/get-unit.server";
import { liftWithholding } from "~/features/units/lift-withholding.server";
import { listUnitHistory, type UnitEvent } from "~/features/units/list-unit-history.server";
import { withholdUnit } from "~/features/units/withhold-unit.server";
import type { Ctx } from "~/platform/context.server";
import { changes, type Operation, reads } from "./operation.server";
import { centiares, day, fen, id, instant, text, version, words } from "./wire";

const tag = "units";

const unit = z
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

const hold = z
  .object({ dealId: id, unitId: id, customerId: id, stage: z.literal("HELD"), holdUntil: instant, version })
  .meta({ id: "Hold" });

const holdBody = z.strictObject({
  customerId: id,
  until: instant.optional(),
  hours: z.int().min(1).optional(),
  reason: words(80).default(""),
});

const buyer = z.strictObject({ customerId: id, sharePpm: z.int().min(1).max(1_000_000).nullable().default(null) });
const reservationBody = z.strictObject({
  customerId: id,
  paymentPlanId: id,
  discountSchemeIds: z.array(id).max(50).default([]),
  earnestFen: z.int().min(0),
  buyers: z.array(buyer).max(20).optional().meta({ description: "Left out: the customer alone" }),
  ownershipForm: z.enum(["SOLE", "JOINT", "BY_SHARES"]).default("SOLE"),
  specialOffFen: z.int().min(0).default(0),
  relation: z.enum(SPECIAL_RELATIONS).nullable().default(null),
  reason: words(200).default(""),
  eligible: z
    .boolean()
    .default(true)
    .meta({ description: "The consultant has checked the purchase eligibility 购房资格; sending true says so" }),
  eligibilityNote: words(200).default(""),
});

const instalment = z.object({
  item: text.nullable().meta({ description: "null: the earnest money" }),
  due: z.object({ event: z.enum(DUE_EVENTS), days: z.int().optional(), on: day.optional() }),
  dueOn: day.nullable(),
  amountFen: fen,
  loan: z.boolean(),
});
const derivation = z.object({
  order: text,
  steps: z.array(z.object({ kind: text, name: text.nullable(), changeFen: fen, runningFen: fen })),
  finalFen: fen,
});
const reservation = z
  .object({
    dealId: id,
    stage: z.literal("HELD"),
    number: text,
    listFen: fen,
    schemeFen: fen,
    dealFen: fen,
    earnestFen: fen,
    approvalId: id.nullable().meta({ description: "The slip that the price waits for" }),
    derivation,
    schedule: z.array(instalment),
  })
  .meta({ id: "Reservation" });

export const unitOperations: readonly Operation[] = [
  reads({
    name: "getUnit",
    path: "/units/{id}",
    tag,
    summary: "A unit with its sale state, prices and history",
    at: "unit",
    needs: ["unit:read"],
    answer: unit,
    ask: async ({ ctx, id: unitId }) => readUnit(ctx, unitId),
  }),
  changes({
    name: "placeHold",
    path: "/units/{id}/holds",
    tag,
    summary: "Keeps a unit for a customer; of any number of callers one gets it",
    at: "unit",
    needs: ["deal:place_hold"],
    status: 201,
    once: true,
    body: holdBody,
    answer: hold,
    refusals: ["unit_taken", "unit_withheld", "unit_not_released", "not_your_customer", "hold_cap_reached"],
    act: async ({ ctx, id: unitId, key, body: { customerId, until, hours, reason } }) => {
      const input = { key, unitId, customerId, reason, ...(until && { until }), ...(hours && { hours }) };
      return { ...(await placeHold(ctx, input)), unitId, customerId, stage: "HELD", version: 1 };
    },
  }),
  changes({
    name: "reserveUnit",
    path: "/units/{id}/reservations",
    tag,
    summary:
      "Holds the unit unless the caller holds it for this customer already, and drafts the subscription: both or neither",
    at: "unit",
    needs: ["deal:place_hold", "deal:draft_subscription"],
    status: 201,
    once: true,
    body: reservationBody,
    answer: reservation,
    refusals: ["unit_taken", "plan_missing", "discount_not_published", "earnest_above_limit", "buyers_incomplete"],
    act: async ({ ctx, id: unitId, key, body: { paymentPlanId, discountSchemeIds, buyers, ...body } }) => {
      const terms = { planId: paymentPlanId, schemeIds: discountSchemeIds };
      const named = buyers ?? [{ customerId: body.customerId, sharePpm: null }];
      return { ...(await reserveUnit(ctx, { key, unitId, ...terms, ...body, buyers: named })), stage: "HELD" };
    },
  }),
  changes({
    name: "withholdUnit",
    path: "/units/{id}/withholding",
    tag,
    summary: "Takes a unit off the offer until a moment 销控",
    at: "unit",
    needs: ["unit:withhold"],
    status: 201,
    body: z.strictObject({ reason: words(80).min(1), until: instant, version }),
    answer: z.object({ unitId: id }),
    refusals: ["unit_taken", "withheld_too_long", "withhold_cap_reached", "stale_version"],
    act: ({ ctx, id: unitId, key, body }) => withholdUnit(ctx, { key, unitId, ...body }),
  }),
  changes({
    name: "liftWithholding",
    path: "/units/{id}/withholding/end",
    tag,
    summary: "Puts a withheld unit back on offer",
    at: "unit",
    needs: ["unit:lift_withholding"],
    body: z.strictObject({ version }),
    answer: z.object({ unitId: id }),
    refusals: ["unit_not_withheld", "stale_version"],
    act: ({ ctx, id: unitId, key, body }) => liftWithholding(ctx, { key, unitId, ...body }),
  }),
];

async function readUnit(ctx: Ctx, unitId: string) {
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
