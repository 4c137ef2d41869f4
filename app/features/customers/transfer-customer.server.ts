import { z } from "zod";
import { cleanText } from "~/domain/clean-text";
import { may } from "~/domain/permission";
import { all, demand, unless } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { changeOwner } from "./change-owner.server";
import { lockReached } from "./customer-reach.server";
import { demandConsultant } from "./list-consultants.server";

export type TransferCustomer = { key: string; customerId: string; toId: string; reason: string };

/** Gives a customer to another consultant of the project. Refuses reason_required, not_found, yours_already. */
export async function transferCustomer(ctx: Ctx, input: TransferCustomer): Promise<void> {
  const reason = cleanText(input.reason);
  demand(all(may(ctx.permissions, "customer:transfer"), unless(reason !== "", "reason_required")));
  await carryOut(ctx, submissionOf(ctx, "customer:transfer", input), z.object({}), async (tx) => {
    const customer = await lockReached(tx, ctx, input.customerId, "customer:transfer");
    await demandConsultant(tx, ctx, input.toId);
    demand(unless(customer.ownerId !== input.toId, "yours_already"));
    await changeOwner(tx, ctx, customer, { kind: "TRANSFERRED", toId: input.toId, reason });
    return {};
  });
}
