import { dayIn } from "~/domain/calendar";
import { cleanLine } from "~/domain/clean-text";
import type { IdKind } from "~/domain/id-kind";
import { all, demand, unless } from "~/domain/refusal";
import { fold } from "~/features/projects/search-words";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { dateOf } from "~/platform/stored-day.server";
import { idNumberColumns, personWithIdNumber } from "./id-number-at-rest.server";
import { readIdentity } from "./identity";
import { isName } from "./person-name";
import { phoneIfGiven } from "./phone";

export type BuyerDetails = {
  name: string;
  idKind: IdKind;
  idNumber: string;
  birthday: string;
  address: string;
  phone: string;
};

/**
 * A buyer beside the customer (a spouse, a parent), within the transaction of whoever asks: the company's person with
 * this ID number, or a new one. Refuses as completing a buyer does, and id_number_taken when another name holds it.
 */
export async function enterBuyer(tx: Tx, ctx: Ctx, details: BuyerDetails): Promise<{ personId: string }> {
  const [name, address] = [cleanLine(details.name), cleanLine(details.address)];
  demand(all(isName(name), unless(address !== "", "value_missing")));
  const phone = phoneIfGiven(details.phone);
  const identity = readIdentity(details.idKind, details.idNumber, details.birthday, dayIn(ctx.timeZone, ctx.now));
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`id:${identity.number}`}, 0))`;
  const known = await personWithIdNumber(tx, identity.number);
  demand(unless(known === null || fold(known.name) === fold(name), "id_number_taken"));
  if (known) return { personId: known.id };
  const id = newId();
  await tx.person.create({
    data: {
      id,
      name,
      address,
      kind: identity.kind,
      gender: identity.gender,
      birthday: identity.birthday && dateOf(identity.birthday),
      idKind: details.idKind,
      ...idNumberColumns(id, identity.number),
      createdAt: ctx.now,
      phones: phone ? { create: { ...phone, primary: true } } : {},
    },
  });
  return { personId: id };
}
