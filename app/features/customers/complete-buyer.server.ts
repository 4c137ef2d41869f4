import { z } from "zod";
import { dayIn } from "~/domain/calendar";
import { cleanLine } from "~/domain/clean-text";
import type { IdKind } from "~/domain/id-kind";
import { may } from "~/domain/permission";
import { all, demand, Refused, unless } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { constraintOf } from "~/platform/db.server";
import { dateOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockReached } from "./customer-reach.server";
import { idNumberColumns, personWithIdNumber } from "./id-number-at-rest.server";
import { type Identity, readIdentity } from "./identity";
import { indexPerson } from "./index-customer.server";
import { isName } from "./person-name";

export type CompleteBuyer = {
  key: string;
  customerId: string;
  /** Of the person, as the form showed it. */
  version: number;
  /** As on the paper. */
  name: string;
  idKind: IdKind;
  idNumber: string;
  /** Needed where the number does not tell it; may be empty. */
  birthday: string;
  address: string;
};

/**
 * Enters what a subscription needs of its buyer: paper, number, address. The number is encrypted and belongs to one
 * person of the company. Refuses id_number_invalid, id_check_digit_wrong, id_number_taken, stale_version and others.
 */
export async function completeBuyer(ctx: Ctx, input: CompleteBuyer): Promise<{ personId: string }> {
  demand(may(ctx.permissions, "customer:edit"));
  const details = { name: cleanLine(input.name), address: cleanLine(input.address) };
  demand(
    all(
      isName(details.name),
      unless(details.address !== "", "value_missing"),
      unless([...details.address].length <= 200, "value_too_long", { max: 200 }),
    ),
  );
  const identity = readIdentity(input.idKind, input.idNumber, input.birthday, dayIn(ctx.timeZone, ctx.now));
  const answer = z.object({ personId: z.string() });
  try {
    return await carryOut(ctx, submissionOf(ctx, "customer:complete_buyer", input), answer, async (tx) => {
      const { personId } = await lockReached(tx, ctx, input.customerId, "customer:edit");
      await demandFreeNumber(tx, identity.number, personId);
      await writeBuyer(tx, personId, input.version, { ...details, idKind: input.idKind, identity });
      const after = { personId, fields: ["name", "idKind", "idNumber", "birthday", "address"] };
      await record(tx, ctx, { action: "customer.buyer_completed", subject: `customer:${input.customerId}`, after });
      return { personId };
    });
  } catch (error) {
    if (constraintOf(error) === "Person_idIndex_key") throw new Refused({ code: "id_number_taken" });
    throw error;
  }
}

async function demandFreeNumber(tx: Tx, number: string, personId: string): Promise<void> {
  const holder = await personWithIdNumber(tx, number);
  demand(unless(holder === null || holder.id === personId, "id_number_taken"));
}

type Buyer = { name: string; address: string; idKind: IdKind; identity: Identity };

async function writeBuyer(tx: Tx, personId: string, version: number, buyer: Buyer): Promise<void> {
  const { kind, number, birthday, gender } = buyer.identity;
  const written = await tx.person.updateMany({
    where: { id: personId, version },
    data: {
      name: buyer.name,
      address: buyer.address,
      kind,
      idKind: buyer.idKind,
      birthday: birthday && dateOf(birthday),
      ...(gender ? { gender } : {}),
      ...idNumberColumns(personId, number),
      version: { increment: 1 },
    },
  });
  demand(unless(written.count === 1, "stale_version"));
  await indexPerson(tx, personId);
}
