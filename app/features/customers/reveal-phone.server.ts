import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/db.server";
import { lockReached } from "./customer-reach.server";
import { showPhone } from "./phone";
import type { RevealPurpose } from "./reveal-purposes";

export type Reveal = { customerId: string; purpose: RevealPurpose };

/** The customer's phones in clear, the first to call first; who looked and why is in the audit. */
export async function revealPhone(ctx: Ctx, { customerId, purpose }: Reveal): Promise<string[]> {
  demand(may(ctx.permissions, "customer:reveal_phone"));
  return inTransaction(async (tx) => {
    const { personId } = await lockReached(tx, ctx, customerId, "customer:reveal_phone");
    const phones = await tx.personPhone.findMany({
      where: { personId },
      orderBy: [{ primary: "desc" }, { id: "asc" }],
    });
    const subject = `customer:${customerId}` as const;
    await record(tx, ctx, { action: "customer.phone_revealed", subject, after: { purpose }, reason: purpose });
    return phones.map(({ e164 }) => showPhone(e164));
  });
}
