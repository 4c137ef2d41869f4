import type { SaysOf } from "~/domain/message";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { type NewMessage, putIntoOutbox } from "~/platform/outbox.server";

type ToBuyer = "SUBSCRIPTION_EFFECTIVE" | "CONTRACT_SIGNED";

/** What a buyer is told about a deal, once per deal. */
export type BuyerNews = { [Kind in ToBuyer]: { kind: Kind; says: SaysOf<Kind> } }[ToBuyer];

/** Tells the customer of a deal, in the transaction of what is told. */
export async function tellBuyer(tx: Tx, ctx: Ctx, dealId: string, news: BuyerNews): Promise<void> {
  const { customer } = await tx.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { customer: { select: { personId: true } } },
  });
  const effectKey = `${news.kind.toLowerCase()}:${dealId}`;
  const message: NewMessage = { ...news, effectKey, to: customer, projectId: ctx.projectId, now: ctx.now };
  await putIntoOutbox(tx, message);
}
