import { normalIdNumber } from "~/domain/id-number";
import { searchTerms } from "~/features/projects/search-words";
import { indexesOf } from "~/platform/crypto.server";
import { Prisma } from "~/platform/prisma/client";
import type { SearchSubject } from "~/platform/prisma/enums";
import { readPhone } from "./phone";

const ABOVE_ALL = "\u{10FFFF}";

/**
 * The ids, in SQL, of a project's things in which each word of the query begins one of the words. A customer is also
 * found by a whole phone or ID number and by its last four digits, never by other parts of it: those stay hidden.
 */
export function matching(projectId: string, subject: SearchSubject, query: string): Prisma.Sql {
  const phone = subject === "CUSTOMER" ? readPhone(query) : null;
  if (phone) return byPhone(projectId, phone.e164);
  const found = searchTerms(query).map((term) =>
    subject === "CUSTOMER" ? customersBy(projectId, term) : byToken(projectId, subject, term),
  );
  return found.length === 0 ? Prisma.sql`SELECT NULL::uuid` : Prisma.join(found, " INTERSECT ");
}

/** A range instead of LIKE, so that a prepared statement still uses the index. */
function byToken(projectId: string, subject: SearchSubject, term: string): Prisma.Sql {
  return Prisma.sql`(SELECT "subjectId" FROM "SearchToken"
    WHERE "projectId" = ${projectId}::uuid AND subject = ${subject}::"SearchSubject"
      AND token >= ${term} AND token < ${term + ABOVE_ALL})`;
}

function customersBy(projectId: string, term: string): Prisma.Sql {
  const tokens = byToken(projectId, "CUSTOMER", term);
  const id = normalIdNumber(term);
  if (/^\d{17}[\dX]$/.test(id)) return byIdNumber(projectId, indexesOf("id-number", id));
  if (!/^\d{3}[\dX]$/.test(id)) return tokens;
  return Prisma.sql`(${tokens} UNION ${byIdTail(projectId, indexesOf("id-tail", id))})`;
}

function byPhone(projectId: string, e164: string): Prisma.Sql {
  return Prisma.sql`(SELECT c.id FROM "PersonPhone" p JOIN "ProjectCustomer" c ON c."personId" = p."personId"
    WHERE p.e164 = ${e164} AND c."projectId" = ${projectId}::uuid)`;
}

function byIdNumber(projectId: string, indexes: string[]): Prisma.Sql {
  return Prisma.sql`(SELECT c.id FROM "Person" p JOIN "ProjectCustomer" c ON c."personId" = p.id
    WHERE p."idIndex" = ANY (${indexes}) AND c."projectId" = ${projectId}::uuid)`;
}

function byIdTail(projectId: string, indexes: string[]): Prisma.Sql {
  return Prisma.sql`(SELECT c.id FROM "Person" p JOIN "ProjectCustomer" c ON c."personId" = p.id
    WHERE p."idTailIndex" = ANY (${indexes}) AND c."projectId" = ${projectId}::uuid)`;
}
