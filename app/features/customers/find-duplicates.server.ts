import { fold, searchTerms } from "~/features/projects/search-words";
import type { Ctx } from "~/platform/context.server";
import { db, type Tx } from "~/platform/db.server";
import { maskName } from "./person-name";
import { maskPhone } from "./phone";

export type Duplicate = {
  customerId: string;
  personId: string;
  /** What they have in common with whom was asked about. */
  by: "PHONE" | "NAME";
  sameName: boolean;
  name: string;
  phone: string | null;
  ownerId: string | null;
  ownerName: string | null;
};

type Place = Pick<Ctx, "projectId">;
type Asked = { name: string; e164: string | null };

const MOST = 5;
const NAMESAKES = 50;

/** Customers of the project with this phone, then others with this very name; the longest known first. */
export async function findDuplicates(tx: Tx, place: Place, { name, e164 }: Asked): Promise<Duplicate[]> {
  const phones = e164 ? await withPhone(tx, place, e164) : [];
  const known = new Set(phones.map(({ id }) => id));
  const names = name ? await withName(tx, place, name) : [];
  return [
    ...phones.map((row) => duplicateOf(row, "PHONE", name)),
    ...names.filter(({ id }) => !known.has(id)).map((row) => duplicateOf(row, "NAME", name)),
  ].slice(0, MOST);
}

/** The same for a screen: who it is, masked. */
export async function listDuplicates(ctx: Ctx, asked: Asked) {
  const found = await findDuplicates(db, ctx, asked);
  return found.map(({ customerId, by, name, phone, ownerName }) => ({
    customerId,
    by,
    name: maskName(name),
    phone: phone && maskPhone(phone),
    ownerName,
  }));
}

function withPhone(tx: Tx, { projectId }: Place, e164: string) {
  return rowsOf(tx, { projectId, person: { phones: { some: { e164 } } } });
}

/** Found by the index of names, so that spaces and capitals make no difference. */
async function withName(tx: Tx, { projectId }: Place, name: string) {
  const token = searchTerms(fold(name))[0] ?? "";
  const tokens = await tx.searchToken.findMany({
    where: { projectId, subject: "CUSTOMER", token },
    select: { subjectId: true },
    take: NAMESAKES,
  });
  const rows = await rowsOf(tx, { projectId, id: { in: tokens.map(({ subjectId }) => subjectId) } });
  return rows.filter(({ person }) => fold(person.name) === fold(name));
}

function rowsOf(tx: Tx, where: { projectId: string; id?: { in: string[] }; person?: object }) {
  return tx.projectCustomer.findMany({
    where: { ...where, archivedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: NAMESAKES,
    select: {
      id: true,
      personId: true,
      ownerId: true,
      owner: { select: { name: true } },
      person: { select: { name: true, phones: { orderBy: { primary: "desc" }, take: 1 } } },
    },
  });
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function duplicateOf(row: Row, by: Duplicate["by"], name: string): Duplicate {
  return {
    customerId: row.id,
    personId: row.personId,
    by,
    sameName: fold(row.person.name) === fold(name),
    name: row.person.name,
    phone: row.person.phones[0]?.e164 ?? null,
    ownerId: row.ownerId,
    ownerName: row.owner?.name ?? null,
  };
}
