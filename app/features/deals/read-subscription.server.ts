import { z } from "zod";
import { day } from "~/domain/calendar";
import type { Derivation } from "~/domain/derivation";
import { type Fen, fen } from "~/domain/money";
import { DUE_EVENTS, type Instalment } from "~/domain/payment-plan";
import { ppm } from "~/domain/rate";
import type { Subscription as SubscriptionRule } from "~/domain/subscription";
import type { Tx } from "~/platform/db.server";
import type { Subscription as StoredSubscription } from "~/platform/prisma/client";
import { subscriptionState } from "./held-deal.server";

const isoDay = z.string().transform((text) => day(text));
const amount = z.number().transform((value) => fen(value));
const due = z.union([
  z.object({ event: z.literal("FIXED_DATE"), on: isoDay }),
  z.object({ event: z.enum(DUE_EVENTS).exclude(["FIXED_DATE"]), days: z.number() }),
]);
const instalments = z.array(
  z.object({
    lineId: z.string().nullable(),
    item: z.string().nullable(),
    due,
    dueOn: isoDay.nullable(),
    amount,
    loan: z.boolean(),
  }),
);
const derivation = z.object({
  order: z.enum(["SUBTRACT_THEN_MULTIPLY", "MULTIPLY_THEN_SUBTRACT"]),
  steps: z.array(
    z.object({
      kind: z.enum(["LIST", "TOTAL_OFF", "UNIT_OFF", "MULTIPLY", "POINTS", "ROUNDING", "SPECIAL"]),
      lineId: z.string().nullable(),
      name: z.string().nullable(),
      figures: z.record(z.string(), z.number()),
      change: amount,
      running: amount,
    }),
  ),
  final: amount,
});

/** The instalments as they were printed. */
export function storedSchedule(schedule: unknown): Instalment[] {
  return instalments.parse(schedule);
}

/** The steps to the price as they were printed. */
export function storedDerivation(stored: unknown): Derivation {
  return derivation.parse(stored);
}

/** The subscription of a deal with what its rules ask; null before the draft. */
export async function readSubscription(tx: Tx, dealId: string) {
  const stored = await tx.subscription.findUnique({ where: { dealId } });
  return stored && { stored, rule: ruleOf(stored), prices: pricesOf(stored) };
}

export type ReadSubscription = NonNullable<Awaited<ReturnType<typeof readSubscription>>>;

function ruleOf(stored: StoredSubscription): SubscriptionRule {
  return {
    state: subscriptionState(stored),
    draftedById: stored.draftedById,
    earnestDue: fen(stored.earnestFen),
    payBy: stored.payBy,
  };
}

function pricesOf({ listFen, schemeFen, dealFen, specialDepthPpm }: StoredSubscription) {
  const price = (value: bigint): Fen => fen(value);
  return { list: price(listFen), scheme: price(schemeFen), deal: price(dealFen), depth: ppm(specialDepthPpm) };
}
