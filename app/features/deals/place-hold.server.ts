import { z } from "zod";
import { hoursAfter } from "~/domain/calendar";
import { canHold, type HoldLimits, mayHoldAnother, mayHoldUntil } from "~/domain/hold";
import { may, reachOf } from "~/domain/permission";
import { demand, Refused, unless } from "~/domain/refusal";
import { getUnitFacts } from "~/features/units/get-unit-facts.server";
import type { Ctx } from "~/platform/context.server";
import { constraintOf, db, insist } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { announce, boardTopic } from "~/platform/live.server";
import { earlierAnswer, submissionOf } from "~/platform/submission.server";
import { claimForHold, type NewHold } from "./claim-unit.server";
import { expireHoldOn } from "./expire-holds.server";
import type { placeHoldForm } from "./place-hold-form";

export type PlaceHold = { unitId: string } & z.input<typeof placeHoldForm>;

const placedHold = z.object({ dealId: z.string(), holdUntil: z.coerce.date() });
export type PlacedHold = z.infer<typeof placedHold>;

/** What somebody else did at the same moment: the same form, a claim on the unit, the erasure of the person. */
const MEANWHILE = new Set<string | null>(["Submission_pkey", "Claim_one_open_per_unit", "Deal_not_of_the_erased"]);

/**
 * Keeps a unit for a customer for some hours or until a moment; without either, for the office's usual hours. Of any
 * number of callers one gets it, and every other is told who has it and since when.
 */
export async function placeHold(ctx: Ctx, input: PlaceHold): Promise<PlacedHold> {
  demand(may(ctx.permissions, "deal:place_hold"));
  const submission = submissionOf(ctx, "deal:place_hold", input);
  const hold = newHold(ctx, input);
  const inTime = mayHoldUntil(hold.holdUntil, ctx.now, holdLimits(ctx));
  // A form sent again after its time gets its first answer; sent in time, the statement itself finds that it was sent.
  const earlier = inTime.ok ? null : await earlierAnswer(ctx, submission);
  if (earlier) return placedHold.parse(earlier);
  demand(inTime);
  // Twice: what blocked the first time may be a hold whose time is up and whose money is settled only here.
  for (let tries = 0; tries < 2; tries++) {
    try {
      if (await insist(() => claimForHold(ctx, submission, hold))) {
        announce(boardTopic(ctx.projectId));
        return { dealId: hold.dealId, holdUntil: hold.holdUntil };
      }
    } catch (error) {
      const broken = constraintOf(error);
      if (!MEANWHILE.has(broken)) throw error;
    }
    // The one who was faster may be the same form, sent twice.
    const meanwhile = await earlierAnswer(ctx, submission);
    if (meanwhile) return placedHold.parse(meanwhile);
    await demandFreeUnit(ctx, hold);
    await expireHoldOn(ctx, hold.unitId);
  }
  throw new Refused({ code: "try_again" });
}

/** How long and how many: a consultant by hours and count, a controller by days. */
export function holdLimits(ctx: Ctx): HoldLimits {
  const { settings } = ctx;
  const all = reachOf(ctx.permissions, "deal:place_hold") === "scope";
  return {
    maxHours: all ? settings.holdHoursByController : settings.holdHours,
    maxOpenHolds: all ? Number.MAX_SAFE_INTEGER : settings.holdCapPerConsultant,
    maxExtensions: settings.holdExtensions,
  };
}

/** The hold that is asked for, with the office's usual hours where none are. */
export function newHold(ctx: Ctx, input: PlaceHold): NewHold {
  const hours = input.hours === undefined ? ctx.settings.holdHours : Number(input.hours);
  const all = reachOf(ctx.permissions, "deal:place_hold") === "scope";
  return {
    dealId: newId(),
    unitId: input.unitId,
    customerId: input.customerId,
    holdUntil: input.until ? new Date(input.until) : hoursAfter(ctx.now, hours),
    reason: input.reason ?? "",
    own: all ? null : { cap: ctx.settings.holdCapPerConsultant },
  };
}

/** Says what stands in the way, asked again after the statement found that something does. */
export async function demandFreeUnit(ctx: Ctx, { unitId, customerId, own }: NewHold): Promise<void> {
  const unit = await getUnitFacts(ctx, unitId);
  demand(canHold(unit, ctx.now));
  demand(unless(unit.forSale, "not_for_sale"));
  const customer = await db.projectCustomer.findFirst({
    where: { id: customerId, projectId: ctx.projectId, archivedAt: null },
  });
  if (!customer) throw new Refused({ code: "not_found" });
  if (!own) return;
  demand(unless(customer.ownerId === ctx.actorId, "not_your_customer"));
  const openHolds = await db.deal.count({
    where: { consultantId: ctx.actorId, stage: "HELD", holdUntil: { gt: ctx.now } },
  });
  demand(mayHoldAnother(openHolds, holdLimits(ctx)));
}
