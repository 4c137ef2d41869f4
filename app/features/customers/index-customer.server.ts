import { indexWords } from "~/features/projects/index-words.server";
import type { Tx } from "~/platform/db.server";

/** Makes a customer findable by name and by the last four digits of each phone; ID numbers are found by their hash. */
export async function indexCustomer(tx: Tx, customerId: string): Promise<void> {
  const { projectId, person } = await tx.projectCustomer.findUniqueOrThrow({
    where: { id: customerId },
    select: { projectId: true, person: { select: { name: true, phones: { select: { tail: true } } } } },
  });
  await indexWords(tx, projectId, "CUSTOMER", customerId, [person.name, ...person.phones.map(({ tail }) => tail)]);
}

/** The same at every project that knows the person, after a change of name or phone. */
export async function indexPerson(tx: Tx, personId: string): Promise<void> {
  const known = await tx.projectCustomer.findMany({ where: { personId }, select: { id: true } });
  for (const { id } of known) await indexCustomer(tx, id);
}
