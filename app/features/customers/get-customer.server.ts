import { ownedUntil } from "~/domain/ownership";
import { may, reachOf } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { maybeDayOf } from "~/platform/stored-day.server";
import { inPool, reachedBy } from "./customer-reach.server";
import { maskedIdNumber } from "./id-number-at-rest.server";
import { isBuyerComplete } from "./identity";
import { needsOf } from "./needs-columns.server";
import { maskPhone } from "./phone";

export type CustomerView = NonNullable<Awaited<ReturnType<typeof getCustomer>>>;

/**
 * A customer within the caller's reach, phones and ID number masked; null where there is none. Birthday and address
 * only for those who may edit.
 */
export async function getCustomer(ctx: Ctx, customerId: string) {
  demand(may(ctx.permissions, "customer:read"));
  const row = await customerRow(ctx, customerId);
  if (!row) return null;
  const { person, owner } = row;
  const reach = reachOf(ctx.permissions, "customer:edit");
  const editable = reach === "scope" || (reach === "own" && row.ownerId === ctx.actorId);
  const idNumber = maskedIdNumber(person);
  const buying = row.stage === "BUYER" || row.stage === "COMMITTED" || row.deals.length > 0;
  const ownership = { ...row, ownerActive: owner?.disabledAt === null, buying };
  return {
    id: row.id,
    personId: person.id,
    version: row.version,
    personVersion: person.version,
    name: person.name,
    kind: person.kind,
    phones: person.phones.map(({ id, e164, primary }) => ({ id, masked: maskPhone(e164), primary })),
    idKind: person.idKind,
    idNumber: idNumber.masked,
    idUnreadable: idNumber.unreadable,
    birthday: editable ? maybeDayOf(person.birthday) : null,
    address: editable ? person.address : null,
    buyerComplete: isBuyerComplete(person),
    owner: owner && { id: owner.id, name: owner.name },
    ownedUntil: ownedUntil(ownership, ctx.settings.ownershipDays),
    inPool: inPool(ctx, ownership),
    lastFollowUpAt: row.lastFollowUpAt,
    grade: row.grade,
    stage: row.stage,
    source: row.source,
    needs: needsOf(row),
    note: row.note,
    createdAt: row.createdAt,
    editable,
  };
}

function customerRow(ctx: Ctx, id: string) {
  return db.projectCustomer.findFirst({
    where: { AND: [reachedBy(ctx, "customer:read"), { id }] },
    include: {
      person: { include: { phones: { orderBy: [{ primary: "desc" }, { id: "asc" }] } } },
      owner: { select: { id: true, name: true, disabledAt: true } },
      deals: { where: { stage: { in: ["HELD", "RESERVED", "CONTRACTED"] } }, select: { id: true }, take: 1 },
    },
  });
}
