import { ownedUntil } from "~/domain/ownership";
import { may, reachOf } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { Person, ProjectCustomer } from "~/platform/prisma/client";
import { maybeDayOf } from "~/platform/stored-day.server";
import { inPool, withinReach } from "./customer-reach.server";
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
  const reach = reachOf(ctx.permissions, "customer:edit");
  const editable = reach === "scope" || (reach === "own" && row.ownerId === ctx.actorId);
  const idNumber = maskedIdNumber({ ...row, id: row.personId });
  const buying = row.stage === "BUYER" || row.stage === "COMMITTED" || row.dealing;
  const ownership = { ...row, buying };
  return {
    id: row.id,
    personId: row.personId,
    version: row.version,
    personVersion: row.personVersion,
    name: row.name,
    kind: row.kind,
    phones: row.phones.map(({ id, e164, primary }) => ({ id, masked: maskPhone(e164), primary })),
    idKind: row.idKind,
    idNumber: idNumber.masked,
    idUnreadable: idNumber.unreadable,
    birthday: editable ? maybeDayOf(row.birthday) : null,
    address: editable ? row.address : null,
    buyerComplete: isBuyerComplete(row),
    owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? "" } : null,
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

type Row = Omit<ProjectCustomer, "projectId" | "createdById" | "archivedAt" | "visits"> &
  Pick<Person, "name" | "kind" | "idKind" | "idCipher" | "idKeyId" | "idIndex" | "birthday" | "address"> & {
    personVersion: number;
    phones: { id: string; e164: string; primary: boolean }[];
    ownerName: string | null;
    ownerActive: boolean;
    /** Has a deal that lives. */
    dealing: boolean;
  };

async function customerRow(ctx: Ctx, customerId: string): Promise<Row | null> {
  const [row = null] = await db.$queryRaw<Row[]>`
    SELECT c.id, c.version, c."personId", c."ownerId", c."ownedSince", c."lastFollowUpAt", c.grade, c.stage, c.source,
      c.purpose, c."firstHome", c."budgetMinFen", c."budgetMaxFen", c."areaMin", c."areaMax", c."wantedLayout",
      c."wantedFloor", c.district, c.note, c."createdAt", p.version AS "personVersion", p.name, p.kind, p."idKind",
      p."idCipher", p."idKeyId", p."idIndex", p.birthday, p.address, o.name AS "ownerName",
      o.id IS NOT NULL AND o."disabledAt" IS NULL AS "ownerActive",
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'e164', t.e164, 'primary', t."primary")
          ORDER BY t."primary" DESC, t.id), '[]') FROM "PersonPhone" t WHERE t."personId" = p.id) AS phones,
      EXISTS (SELECT FROM "Deal" d WHERE d."customerId" = c.id AND d.stage IN ('HELD', 'RESERVED', 'CONTRACTED')) AS dealing
    FROM "ProjectCustomer" c JOIN "Person" p ON p.id = c."personId" LEFT JOIN "User" o ON o.id = c."ownerId"
    WHERE c.id = ${customerId}::uuid AND ${withinReach(ctx, "customer:read")}`;
  return row;
}
