import type { Buyer } from "~/domain/deal-terms";
import type { OwnershipForm } from "~/domain/ownership-shares";
import type { Ppm } from "~/domain/rate";
import { ppm } from "~/domain/rate";
import { Refused } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";

export type NamedBuyer = Buyer & { personId: string };
export type BuyerInput = { customerId: string; sharePpm: number | null };

/** Customers of the project as buyers, in their order. Complete: a name, a phone and an identity document on record. */
export async function namedBuyers(tx: Tx, ctx: Ctx, wanted: readonly BuyerInput[]): Promise<NamedBuyer[]> {
  const customers = await tx.projectCustomer.findMany({
    where: { id: { in: wanted.map(({ customerId }) => customerId) }, projectId: ctx.projectId, archivedAt: null },
    include: { person: { include: { phones: true } } },
  });
  return wanted.map(({ customerId, sharePpm }) => {
    const person = customers.find(({ id }) => id === customerId)?.person;
    if (!person) throw new Refused({ code: "not_found" });
    const share: Ppm | null = sharePpm === null ? null : ppm(sharePpm);
    return { personId: person.id, share, complete: isComplete(person) };
  });
}

/** The buyers that a deal names. */
export async function buyersOf(tx: Tx, dealId: string): Promise<NamedBuyer[]> {
  const rows = await tx.dealBuyer.findMany({
    where: { dealId },
    include: { person: { include: { phones: true } } },
    orderBy: { position: "asc" },
  });
  return rows.map(({ personId, sharePpm, person }) => ({
    personId,
    share: sharePpm === null ? null : ppm(sharePpm),
    complete: isComplete(person),
  }));
}

/** Puts these buyers in the place of those before, on a locked deal. */
export async function writeBuyers(tx: Tx, dealId: string, form: OwnershipForm, buyers: readonly NamedBuyer[]) {
  await tx.dealBuyer.deleteMany({ where: { dealId } });
  await tx.deal.update({ where: { id: dealId }, data: { ownershipForm: form } });
  for (const [at, { personId, share }] of buyers.entries()) {
    await tx.dealBuyer.create({ data: { dealId, personId, position: at + 1, sharePpm: share } });
  }
}

function isComplete(person: { name: string; idIndex: string | null; phones: readonly unknown[] }): boolean {
  return person.name.trim() !== "" && person.idIndex !== null && person.phones.length > 0;
}
