import { z } from "zod";
import { cleanLine, cleanText } from "~/domain/clean-text";
import { may } from "~/domain/permission";
import { all, demand, unless } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { addPhone } from "./add-phone.server";
import { type LockedCustomer, lockReached } from "./customer-reach.server";
import { indexPerson } from "./index-customer.server";
import { type EditableStage, type Grade, isNeeds, type Needs, type Source } from "./needs";
import { neededColumns } from "./needs-columns.server";
import { isName } from "./person-name";
import { phoneIfGiven } from "./phone";

export type EditCustomer = {
  key: string;
  customerId: string;
  /** Of the customer and of the person, as the form showed them. */
  version: number;
  personVersion: number;
  name: string;
  /** Another number, which becomes the first one to call; empty keeps what there is. */
  phone: string;
  grade: Grade | null;
  /** Null keeps what there is: committed and buyer follow from the deal. */
  stage: EditableStage | null;
  source: Source;
  needs: Needs;
  note: string;
  confirmed: boolean;
};

/**
 * Changes what is known of a customer. Whoever saves over a newer state is refused stale_version and sees both.
 * Refuses also name_missing, phone_invalid, value_out_of_range, duplicate_*, deal_open (lost with an open deal).
 */
export async function editCustomer(ctx: Ctx, input: EditCustomer): Promise<void> {
  const name = cleanLine(input.name);
  demand(all(may(ctx.permissions, "customer:edit"), isName(name), isNeeds(input.needs)));
  const phone = phoneIfGiven(input.phone);
  await carryOut(ctx, submissionOf(ctx, "customer:edit", input), z.object({}), async (tx) => {
    const customer = await lockReached(tx, ctx, input.customerId, "customer:edit");
    demand(unless(customer.version === input.version, "stale_version"));
    demand(unless(input.stage !== "LOST" || !customer.buying, "deal_open"));
    const changed = await changedFields(tx, customer, input, name);
    await rename(tx, customer.personId, input.personVersion, name);
    if (phone) await addPhone(tx, ctx, customer, phone, input.confirmed);
    await tx.projectCustomer.update({
      where: { id: customer.id },
      data: { ...columnsOf(input), version: { increment: 1 } },
    });
    const after = { fields: phone ? [...changed, "phone"] : changed };
    await record(tx, ctx, { action: "customer.edited", subject: `customer:${customer.id}`, after });
    return {};
  });
}

function columnsOf(input: EditCustomer) {
  return {
    grade: input.grade,
    ...(input.stage ? { stage: input.stage } : {}),
    source: input.source,
    ...neededColumns(input.needs),
    note: cleanText(input.note),
  };
}

/** The names of what changes: the audit keeps no personal data in clear. */
async function changedFields(tx: Tx, { id }: LockedCustomer, input: EditCustomer, name: string): Promise<string[]> {
  const stored = await tx.projectCustomer.findUniqueOrThrow({ where: { id }, include: { person: true } });
  const columns = Object.entries(columnsOf(input)) as [keyof ReturnType<typeof columnsOf>, unknown][];
  const changed = columns.filter(([column, value]) => stored[column] !== value).map(([column]) => column as string);
  return stored.person.name === name ? changed : ["name", ...changed];
}

async function rename(tx: Tx, personId: string, version: number, name: string): Promise<void> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  if (person.name === name) return;
  const written = await tx.person.updateMany({
    where: { id: personId, version },
    data: { name, version: { increment: 1 } },
  });
  demand(unless(written.count === 1, "stale_version"));
  await indexPerson(tx, personId);
}
