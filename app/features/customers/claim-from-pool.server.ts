import { z } from "zod";
import { canClaim } from "~/domain/ownership";
import { may } from "~/domain/permission";
import { demand, unless } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { addPhone } from "./add-phone.server";
import { changeOwner } from "./change-owner.server";
import { lockCustomer } from "./customer-reach.server";
import { phoneIfGiven } from "./phone";

export type ClaimFromPool = {
  key: string;
  customerId: string;
  /** The full phone of a customer who came without one: only a complete registration can be owned. */
  phone: string;
  confirmed: boolean;
};

/** Takes a customer out of the public pool; of any number of consultants the first. Refuses not_in_pool, phone_incomplete. */
export async function claimFromPool(ctx: Ctx, input: ClaimFromPool): Promise<void> {
  demand(may(ctx.permissions, "customer:claim_from_pool"));
  const phone = phoneIfGiven(input.phone);
  await carryOut(ctx, submissionOf(ctx, "customer:claim_from_pool", input), z.object({}), async (tx) => {
    const customer = await lockCustomer(tx, ctx, input.customerId);
    demand(canClaim(customer, ctx.settings.ownershipDays, ctx.now, customer.ownerName));
    const phones = await tx.personPhone.count({ where: { personId: customer.personId } });
    if (phone && phones === 0) await addPhone(tx, ctx, customer, phone, input.confirmed);
    demand(unless(phones > 0 || phone !== null, "phone_incomplete"));
    await changeOwner(tx, ctx, customer, { kind: "CLAIMED", toId: ctx.actorId, reason: "" });
    return {};
  });
}
