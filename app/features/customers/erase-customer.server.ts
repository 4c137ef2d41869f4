import { z } from "zod";
import { canErase, type ErasureGround } from "~/domain/erasure";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { demandReachesAll, erasureStanding } from "./erasure-standing.server";
import { forgetPeople } from "./forget-people.server";

export type EraseCustomer = { key: string; customerId: string; ground: ErasureGround };

/**
 * Erases the person of a customer, at every project of the company, once: name, numbers, addresses and all that was
 * written about the person go; the rows stay, so that counts stay equal. Refuses erase_deal_open, erase_money,
 * erase_deal_kept, erase_request_open, retention_running, erase_beyond_reach. Nothing happens to one erased before.
 */
export async function eraseCustomer(ctx: Ctx, input: EraseCustomer): Promise<void> {
  demand(may(ctx.permissions, "customer:erase"));
  await carryOut(ctx, submissionOf(ctx, "customer:erase", input), z.object({}), async (tx) => {
    await erase(tx, ctx, input);
    return {};
  });
}

/** The same within the transaction of whoever answers the request for it. */
export async function erase(tx: Tx, ctx: Ctx, { customerId, ground }: Omit<EraseCustomer, "key">): Promise<void> {
  const { personId, erased } = await lockPerson(tx, ctx, customerId);
  if (erased) return;
  await demandReachesAll(tx, ctx, personId);
  demand(canErase(ground, await erasureStanding(tx, customerId), erasureTerms(ctx)));
  await forgetPeople(tx, ctx, personId, ground);
  // Ids and the ground only: the trail is chained and keeps for ever what is written to it.
  const after = { personId, ground, months: ctx.settings.retentionMonths };
  await record(tx, ctx, { action: "customer.erased", subject: `customer:${customerId}`, after, reason: ground });
}

/** By what the rule of the domain is asked. */
export function erasureTerms({ settings, timeZone, now }: Ctx) {
  return { months: settings.retentionMonths, timeZone, now };
}

/**
 * Holds the person, with all customers that it is, until the transaction ends; whoever writes about the person meanwhile
 * waits, then is refused. What is read comes after the locks. Another project's customer is not found.
 */
export async function lockPerson(tx: Tx, ctx: Ctx, customerId: string): Promise<{ personId: string; erased: boolean }> {
  const where = { id: customerId, projectId: ctx.projectId };
  const customer = await tx.projectCustomer.findFirst({ where, select: { personId: true } });
  if (!customer) throw new Refused({ code: "not_found" });
  const { personId } = customer;
  await tx.$queryRaw`
    SELECT id FROM "ProjectCustomer" WHERE "personId" = ${personId}::uuid ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`;
  const { erasedAt } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { erasedAt: true } });
  return { personId, erased: erasedAt !== null };
}
