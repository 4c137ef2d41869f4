import { reachedBy } from "~/features/customers/customer-reach.server";
import { findCustomers } from "~/features/customers/find-customers.server";
import { maskPhone } from "~/features/customers/phone";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { HoldCustomer } from "./ui/hold-fields";

const LATEST = 8;

/** Whom a unit may be held for: the named one first, then who matches, or without a question the last followed up. */
export async function findHoldCustomers(ctx: Ctx, query: string, named: string | null): Promise<HoldCustomer[]> {
  const first = named ? await listLatest(ctx, { id: named }) : [];
  if (query.trim() === "") return first.length > 0 ? first : listLatest(ctx, {});
  const found = await findCustomers(ctx, query, LATEST);
  const others = found.filter(({ id }) => id !== named);
  return [...first, ...others.map(({ id, name, phone, ownerName }) => ({ id, name, phone, owner: ownerName }))];
}

async function listLatest(ctx: Ctx, where: { id?: string }): Promise<HoldCustomer[]> {
  const rows = await db.projectCustomer.findMany({
    where: { AND: [reachedBy(ctx, "customer:read"), where] },
    include: { person: { include: { phones: { where: { primary: true } } } }, owner: true },
    orderBy: [{ lastFollowUpAt: { sort: "desc", nulls: "last" } }, { createdAt: "desc" }, { id: "desc" }],
    take: LATEST,
  });
  return rows.map(({ id, person, owner }) => {
    const [phone] = person.phones;
    return { id, name: person.name, phone: phone ? maskPhone(phone.e164) : null, owner: owner?.name ?? null };
  });
}
