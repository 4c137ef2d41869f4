import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/db.server";
import { lockReached } from "./customer-reach.server";
import { openIdNumber } from "./id-number-at-rest.server";
import type { Reveal } from "./reveal-phone.server";

/** The customer's ID number in clear, or null where there is none; who looked and why is in the audit. */
export async function revealIdNumber(ctx: Ctx, { customerId, purpose }: Reveal): Promise<string | null> {
  demand(may(ctx.permissions, "customer:reveal_id_number"));
  return inTransaction(async (tx) => {
    const { personId } = await lockReached(tx, ctx, customerId, "customer:reveal_id_number");
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    const subject = `customer:${customerId}` as const;
    await record(tx, ctx, { action: "customer.id_number_revealed", subject, after: { purpose }, reason: purpose });
    return openIdNumber(person);
  });
}
