import { dayIn } from "~/domain/calendar";
import { mayHoldUntil } from "~/domain/hold";
import { demand, unless } from "~/domain/refusal";
import { getPooled } from "~/features/customers/get-pooled.server";
import { demandFreeUnit, holdLimits, newHold } from "~/features/deals/place-hold.server";
import { db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { dateOf } from "~/platform/stored-day.server";
import { type Commands, REPLACEABLE } from "../../scripts/programs/simulation/scene";

// Commands as one would write them first. Each is right as long as one person at a time uses it, once.

/** A hold that looks, then writes, and leaves the rest to an index. */
export const holdAfterALook: Commands["placeHold"] = async (ctx, input) => {
  const hold = newHold(ctx, input);
  demand(mayHoldUntil(hold.holdUntil, ctx.now, holdLimits(ctx)));
  await demandFreeUnit(ctx, hold);
  const customer = await db.projectCustomer.findUniqueOrThrow({ where: { id: hold.customerId } });
  await inTransaction(async (tx) => {
    await tx.deal.create({
      data: {
        ...{ id: hold.dealId, projectId: ctx.projectId, customerId: hold.customerId, stage: "HELD" },
        ...{ consultantId: customer.ownerId ?? ctx.actorId, holdUntil: hold.holdUntil, enteredAt: ctx.now },
        businessOn: dateOf(dayIn(ctx.timeZone, ctx.now)),
      },
    });
    await tx.claim.create({
      data: { projectId: ctx.projectId, unitId: hold.unitId, dealId: hold.dealId, since: ctx.now },
    });
  });
  return { dealId: hold.dealId, holdUntil: hold.holdUntil };
};

/** Money that is taken as often as the button is pressed. */
export const payAtEveryPress: Commands["takePayment"] = (ctx, input) =>
  REPLACEABLE.takePayment(ctx, { ...input, key: newId() });

/** A claim that looks whether the customer is free, then takes him. */
export const claimAfterALook: Commands["claimFromPool"] = async (ctx, { customerId }) => {
  demand(unless((await getPooled(ctx, customerId)) !== null, "not_in_pool"));
  const version = { increment: 1 };
  const data = { ownerId: ctx.actorId, ownedSince: ctx.now, version };
  await db.projectCustomer.update({ where: { id: customerId }, data });
};

/** A hold whose consultant may keep as many units as he likes. */
export const holdWithoutLimit: Commands["placeHold"] = (ctx, input) =>
  REPLACEABLE.placeHold({ ...ctx, settings: { ...ctx.settings, holdCapPerConsultant: 999 } }, input);
