import { z } from "zod";
import { SPECIAL_RELATIONS } from "~/domain/special-discount";
import { placeHold } from "~/features/deals/place-hold.server";
import { reserveUnit } from "~/features/deals/reserve-unit.server";
import { liftWithholding } from "~/features/units/lift-withholding.server";
import { withholdUnit } from "~/features/units/withhold-unit.server";
import { changes, type Operation, reads } from "./operation.server";
import { derivation, instalment } from "./price-wire";
import { readUnit, unit } from "./unit-answer.server";
import { fen, id, instant, text, version, words } from "./wire";

const tag = "units";

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
