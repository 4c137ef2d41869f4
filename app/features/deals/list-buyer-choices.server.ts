import { reachedBy } from "~/features/customers/customer-reach.server";
import { maskPhone } from "~/features/customers/phone";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

export type BuyerChoice = { id: string; name: string; phone: string | null; complete: boolean };

const MOST = 200;

/** Customers whom the caller may name as buyers, the deal's own first, then those followed up last. */
export async function listBuyerChoices(ctx: Ctx, customerId: string): Promise<BuyerChoice[]> {
  const rows = await db.projectCustomer.findMany({
    where: { OR: [{ id: customerId, projectId: ctx.projectId }, reachedBy(ctx, "customer:read")] },
    include: { person: { include: { phones: { where: { primary: true } } } } },
    orderBy: [{ lastFollowUpAt: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: MOST,
  });
  const choices = rows.map(({ id, person }) => {
    const [phone] = person.phones;
    const complete = person.idIndex !== null && phone !== undefined;
    return { id, name: person.name, phone: phone ? maskPhone(phone.e164) : null, complete };
  });
  return choices.toSorted((a, b) => Number(b.id === customerId) - Number(a.id === customerId));
}
