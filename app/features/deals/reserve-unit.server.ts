import { z } from "zod";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { constraintOf, type Tx } from "~/platform/db.server";
import { announce, boardTopic } from "~/platform/live.server";
import { carryOut, type Submission, submissionOf } from "~/platform/submission.server";
import { claimForHold } from "./claim-unit.server";
import { type LockedDeal, lockDeal } from "./deal-stage.server";
import { type DraftSubscription, draftOn } from "./draft-subscription.server";
import { expireHoldOn } from "./expire-holds.server";
import { demandFreeUnit, newHold } from "./place-hold.server";

export type ReserveUnit = Omit<DraftSubscription, "dealId" | "version"> & { unitId: string; customerId: string };

const reserved = z.object({
  dealId: z.string(),
  number: z.string(),
  listFen: z.number(),
  schemeFen: z.number(),
  dealFen: z.number(),
  earnestFen: z.number(),
  approvalId: z.string().nullable(),
  derivation: z.object({
    order: z.string(),
    steps: z.array(
      z.object({ kind: z.string(), name: z.string().nullable(), changeFen: z.number(), runningFen: z.number() }),
    ),
    finalFen: z.number(),
  }),
  schedule: z.array(
    z.object({
      item: z.string().nullable(),
      due: z.record(z.string(), z.union([z.string(), z.number()])),
      dueOn: z.string().nullable(),
      amountFen: z.number(),
      loan: z.boolean(),
    }),
  ),
});
export type ReservedUnit = z.infer<typeof reserved>;

/** The unit could not be claimed; why is asked when the transaction is over. */
class NotClaimed extends Error {}

/**
 * From a free unit to a drafted subscription in one step: a hold, unless the caller already holds the unit for this
 * customer, and its draft. Both stand or neither. Refuses what placing a hold and drafting refuse.
 */
export async function reserveUnit(ctx: Ctx, input: ReserveUnit): Promise<ReservedUnit> {
  demand(may(ctx.permissions, "deal:place_hold"));
  demand(may(ctx.permissions, "deal:draft_subscription"));
  const submission = submissionOf(ctx, "deal:reserve_unit", input);
  // Twice: what blocked the first time may be a hold whose time is up and whose money is settled only here.
  for (let tries = 0; tries < 2; tries++) {
    try {
      const answer = await carryOut(ctx, submission, reserved, (tx) => reserve(tx, ctx, input, submission));
      announce(boardTopic(ctx.projectId));
      return answer;
    } catch (error) {
      if (!(error instanceof NotClaimed) && constraintOf(error) !== "Claim_one_open_per_unit") throw error;
    }
    await demandFreeUnit(ctx, newHold(ctx, input));
    await expireHoldOn(ctx, input.unitId);
  }
  throw new Refused({ code: "try_again" });
}

async function reserve(tx: Tx, ctx: Ctx, input: ReserveUnit, submission: Submission): Promise<ReservedUnit> {
  const deal = (await ownHold(tx, ctx, input)) ?? (await hold(tx, ctx, input, submission));
  const { number, unit, price, approvalId } = await draftOn(tx, ctx, deal, input);
  const { derivation, schedule } = price;
  return {
    dealId: deal.id,
    number,
    listFen: unit.list,
    schemeFen: price.schemePrice,
    dealFen: price.dealPrice,
    earnestFen: price.earnest,
    approvalId,
    derivation: {
      order: derivation.order,
      steps: derivation.steps.map(({ kind, name, change, running }) => {
        return { kind, name, changeFen: change, runningFen: running };
      }),
      finalFen: derivation.final,
    },
    schedule: schedule.map(({ item, due, dueOn, amount, loan }) => ({ item, due, dueOn, amountFen: amount, loan })),
  };
}

/** The hold that the caller has on this unit for this customer, locked. */
async function ownHold(tx: Tx, ctx: Ctx, { unitId, customerId }: ReserveUnit): Promise<LockedDeal | null> {
  await tx.$queryRaw`
    SELECT 1 FROM "Unit" WHERE id = ${unitId}::uuid AND "projectId" = ${ctx.projectId}::uuid FOR SHARE`;
  const found = await tx.deal.findFirst({
    where: {
      projectId: ctx.projectId,
      customerId,
      consultantId: ctx.actorId,
      stage: "HELD",
      holdUntil: { gt: ctx.now },
      claims: { some: { unitId, endedAt: null } },
    },
    select: { id: true },
  });
  return found && lockDeal(tx, ctx, found.id);
}

async function hold(tx: Tx, ctx: Ctx, input: ReserveUnit, submission: Submission): Promise<LockedDeal> {
  const wanted = newHold(ctx, { key: input.key, unitId: input.unitId, customerId: input.customerId });
  // The statement keeps a submission of its own, beside that of the whole.
  const own = { key: `${submission.key} hold`, fingerprint: submission.fingerprint };
  if (!(await claimForHold(ctx, own, wanted, tx))) throw new NotClaimed();
  return lockDeal(tx, ctx, wanted.dealId);
}
