import { z } from "zod";
import { canErase } from "~/domain/erasure";
import { mayAsk } from "~/domain/permission";
import { demand, unless } from "~/domain/refusal";
import { requestApproval } from "~/features/approvals/request-approval.server";
import { textsFor } from "~/i18n/catalogue.server";
import type { Ctx } from "~/platform/context.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { type EraseCustomer, erasureTerms, lockPerson } from "./erase-customer.server";
import { erasureStanding } from "./erasure-standing.server";

/**
 * Asks the director to erase the person of a customer. Refuses what the erasure itself would be refused for now,
 * asked_already, and person_erased.
 */
export async function requestErasure(ctx: Ctx, input: EraseCustomer): Promise<void> {
  demand(mayAsk(ctx.permissions, "customer:erase"));
  const { customerId, ground } = input;
  await carryOut(ctx, submissionOf(ctx, "customer:request_erasure", input), z.object({}), async (tx) => {
    const { personId, erased } = await lockPerson(tx, ctx, customerId);
    demand(unless(!erased, "person_erased"));
    demand(canErase(ground, await erasureStanding(tx, customerId), erasureTerms(ctx)));
    const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
    await requestApproval(tx, ctx, {
      kind: "ERASURE",
      subject: `customer:${customerId}`,
      chain: ["DIRECTOR"],
      // A ground out of the list and nothing typed: the reason goes into the audit trail, which keeps it for ever.
      reason: textsFor(ctx.locale).enumLabel("erasureGround", ground),
      facts: { customer: name, ground },
    });
    return {};
  });
}
