import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { LockedCustomer } from "./customer-reach.server";
import { demandNotDuplicate } from "./duplicate-rule";
import { findDuplicates } from "./find-duplicates.server";
import { indexPerson } from "./index-customer.server";
import type { Phone } from "./phone";
import { takeTurns } from "./take-turns.server";

/** Gives a (locked) customer a phone, which becomes the first one to call; earlier ones stay. */
export async function addPhone(
  tx: Tx,
  ctx: Ctx,
  { id, personId }: LockedCustomer,
  phone: Phone,
  confirmed: boolean,
): Promise<void> {
  const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  await takeTurns(tx, ctx, name, phone);
  const others = await findDuplicates(tx, ctx, { name, e164: phone.e164 });
  const alike = others.filter(({ by, customerId }) => by === "PHONE" && customerId !== id);
  demandNotDuplicate(ctx.settings, alike, confirmed);
  await tx.personPhone.updateMany({ where: { personId, primary: true }, data: { primary: false } });
  await tx.personPhone.upsert({
    where: { personId_e164: { personId, e164: phone.e164 } },
    create: { personId, ...phone, primary: true },
    update: { primary: true },
  });
  await indexPerson(tx, personId);
}
