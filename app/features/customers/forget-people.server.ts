import { ERASED, type ErasureGround } from "~/domain/erasure";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { dropFilesOf } from "./drop-files.server";

type Forgotten = { people: string[]; customers: string[]; deals: string[] };

/**
 * Takes away all that says who a (locked) person is and what was written about it; the person's key goes too, so that
 * messages as they left can be read by nobody. With it go those who were entered only beside the person.
 */
export async function forgetPeople(tx: Tx, ctx: Ctx, personId: string, ground: ErasureGround): Promise<void> {
  const people = [personId, ...(await companionsOf(tx, personId))];
  const customers = await idsOf(tx.projectCustomer.findMany({ where: { personId }, select: { id: true } }));
  const deals = await idsOf(tx.deal.findMany({ where: { customerId: { in: customers } }, select: { id: true } }));
  const what = { people, customers, deals };
  await forgetIdentity(tx, ctx, what, ground);
  await forgetMessages(tx, what);
  await forgetWords(tx, ctx, what);
  await forgetDeals(tx, what);
  await dropFilesOf(tx, ctx, [
    ...people.map((id) => `person:${id}`),
    ...customers.map((id) => `customer:${id}`),
    ...deals.map((id) => `deal:${id}`),
  ]);
}

async function idsOf(rows: Promise<{ id: string }[]>): Promise<string[]> {
  return (await rows).map(({ id }) => id);
}

/** Co-buyers of drafts that came to nothing, whom the house knows from there alone. */
async function companionsOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Person" p WHERE p.id <> ${personId}::uuid AND p."erasedAt" IS NULL
      AND p.id IN (SELECT b."personId" FROM "DealBuyer" b JOIN "Deal" d ON d.id = b."dealId"
        JOIN "ProjectCustomer" c ON c.id = d."customerId" WHERE c."personId" = ${personId}::uuid)
      AND NOT EXISTS (SELECT FROM "ProjectCustomer" c WHERE c."personId" = p.id)
      AND NOT EXISTS (SELECT FROM "DealBuyer" b JOIN "Deal" d ON d.id = b."dealId"
        JOIN "ProjectCustomer" c ON c.id = d."customerId" WHERE b."personId" = p.id AND c."personId" <> ${personId}::uuid)
    ORDER BY p.id FOR UPDATE OF p`;
  return rows.map(({ id }) => id);
}

async function forgetIdentity(tx: Tx, { now }: Ctx, { people, customers }: Forgotten, ground: ErasureGround) {
  const nobody = { gender: null, birthday: null, idKind: null, idCipher: null, idKeyId: null, idIndex: null };
  await tx.$executeRaw`
    DELETE FROM "OneTimeCode" WHERE phone IN (SELECT e164 FROM "PersonPhone" WHERE "personId" = ANY (${people}::uuid[]))`;
  await tx.personPhone.deleteMany({ where: { personId: { in: people } } });
  await tx.personKey.deleteMany({ where: { personId: { in: people } } });
  await tx.person.updateMany({
    where: { id: { in: people } },
    data: {
      ...nobody,
      ...{ name: ERASED, idTailIndex: null, address: "" },
      ...{ erasedAt: now, erasedUnder: ground, version: { increment: 1 } },
    },
  });
  await tx.session.deleteMany({ where: { user: { personId: { in: people } } } });
  await tx.user.updateMany({
    where: { personId: { in: people } },
    data: { name: ERASED, mail: null, disabledAt: now },
  });
  await tx.searchToken.deleteMany({ where: { subject: "CUSTOMER", subjectId: { in: customers } } });
}

/** Messages to the person, and those to staff that name it; what waits does not leave any more. */
async function forgetMessages(tx: Tx, { people, deals }: Forgotten): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxMessage" m SET "saysCipher" = NULL, "saysKeyId" = NULL, "copyCipher" = NULL, "copyKeyId" = NULL,
      "toIndex" = CASE WHEN m."personId" IS NULL THEN m."toIndex" END,
      why = CASE m.status WHEN 'WAITING' THEN 'NO_ADDRESS' ELSE m.why END,
      status = CASE m.status WHEN 'WAITING' THEN 'SUPPRESSED'::"MessageStatus" ELSE m.status END
    WHERE m."personId" = ANY (${people}::uuid[])
      OR (m.kind = 'HOLD_LAPSING' AND EXISTS (SELECT FROM "Deal" d WHERE d.id = ANY (${deals}::uuid[])
        AND (m."effectKey" LIKE 'hold-lapsing:' || d.id || ':%'
          OR (m."effectKey" LIKE 'again:%' AND m."userId" = d."consultantId" AND m."createdAt" >= d."enteredAt"))))
      OR (m.kind = 'APPROVAL_ASKED' AND EXISTS (SELECT FROM "Approval" a WHERE a."dealId" = ANY (${deals}::uuid[])
        AND m."effectKey" LIKE 'approval-asked:' || a.id || ':%'))`;
  await tx.messageChoice.updateMany({ where: { personId: { in: people } }, data: { proof: ERASED } });
}

/** What people wrote about the customer. Choices out of a list and figures stay: nobody is named by them. */
async function forgetWords(tx: Tx, { now }: Ctx, { customers }: Forgotten): Promise<void> {
  const of = { customerId: { in: customers } };
  await tx.interaction.updateMany({ where: of, data: { text: "", nextOn: null } });
  await tx.ownershipChange.updateMany({ where: { ...of, reason: { not: "" } }, data: { reason: ERASED } });
  await tx.projectCustomer.updateMany({
    where: { id: { in: customers } },
    data: { note: "", district: "", wantedFloor: "", archivedAt: now, version: { increment: 1 } },
  });
}

/** Of holds that came to nothing, with their drafts and the requests made on them. */
async function forgetDeals(tx: Tx, { customers, deals }: Forgotten): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Deal" SET "holdReason" = '', version = version + 1,
      "endReason" = CASE WHEN "endReason" ~ '[^A-Z_]' THEN ${ERASED} ELSE "endReason" END
    WHERE id = ANY (${deals}::uuid[])`;
  await tx.subscription.updateMany({
    where: { dealId: { in: deals } },
    data: { specialRelation: "", specialReason: "", eligibilityNote: "" },
  });
  const about = { OR: [{ dealId: { in: deals } }, { subject: { in: customers.map((id) => `customer:${id}`) } }] };
  await tx.approval.updateMany({ where: about, data: { facts: {} } });
  await tx.approval.updateMany({ where: { ...about, kind: { not: "ERASURE" } }, data: { reason: ERASED } });
  await tx.approvalDecision.updateMany({ where: { approval: about, reason: { not: "" } }, data: { reason: ERASED } });
}
