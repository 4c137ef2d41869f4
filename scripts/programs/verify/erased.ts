import type { Invariant } from "./invariant";

const WITH = `WITH gone AS (SELECT id FROM "Person" WHERE "erasedAt" IS NOT NULL),
  customer AS (SELECT c.* FROM "ProjectCustomer" c JOIN gone ON gone.id = c."personId"),
  deal AS (SELECT d.* FROM "Deal" d JOIN customer c ON c.id = d."customerId"),
  request AS (SELECT a.* FROM "Approval" a WHERE a."dealId" IN (SELECT id FROM deal)
    OR a.subject IN (SELECT 'customer:' || id FROM customer))`;

/** Where words about a person may stand, each with the rows that still have some. */
const LEFT: readonly (readonly [what: string, rows: string])[] = [
  [
    "person",
    `SELECT id FROM "Person" WHERE "erasedAt" IS NOT NULL AND (name <> '***' OR address <> ''
      OR num_nonnulls(gender, birthday, "idKind", "idCipher", "idIndex", "idTailIndex") > 0)`,
  ],
  ["phone of person", `SELECT "personId" FROM "PersonPhone" WHERE "personId" IN (SELECT id FROM gone)`],
  ["key of person", `SELECT "personId" FROM "PersonKey" WHERE "personId" IN (SELECT id FROM gone)`],
  [
    "user",
    `SELECT id FROM "User" u WHERE u."personId" IN (SELECT id FROM gone) AND (u.name <> '***' OR u.mail IS NOT NULL
      OR u."disabledAt" IS NULL OR EXISTS (SELECT FROM "Session" s WHERE s."userId" = u.id))`,
  ],
  [
    "message",
    `SELECT id FROM "OutboxMessage" WHERE "personId" IN (SELECT id FROM gone)
      AND (num_nonnulls("saysCipher", "copyCipher", "toIndex") > 0 OR status = 'WAITING')`,
  ],
  ["choice", `SELECT id FROM "MessageChoice" WHERE "personId" IN (SELECT id FROM gone) AND proof <> '***'`],
  [
    "customer",
    `SELECT id FROM customer WHERE note <> '' OR district <> '' OR "wantedFloor" <> '' OR "archivedAt" IS NULL`,
  ],
  ["search words of customer", `SELECT "subjectId" FROM "SearchToken" WHERE "subjectId" IN (SELECT id FROM customer)`],
  ["contact", `SELECT id FROM "Interaction" WHERE text <> '' AND "customerId" IN (SELECT id FROM customer)`],
  [
    "change of owner",
    `SELECT id FROM "OwnershipChange" WHERE reason NOT IN ('', '***') AND "customerId" IN (SELECT id FROM customer)`,
  ],
  ["deal", `SELECT id FROM deal WHERE "holdReason" <> '' OR "endReason" ~ '[^A-Z_*]' OR "endedAt" IS NULL`],
  [
    "draft of deal",
    `SELECT "dealId" FROM "Subscription" WHERE "dealId" IN (SELECT id FROM deal)
      AND ("specialRelation", "specialReason", "eligibilityNote") <> ('', '', '')`,
  ],
  ["request", `SELECT id FROM request WHERE facts <> '{}' OR (kind <> 'ERASURE' AND reason <> '***')`],
  [
    "answer to request",
    `SELECT "approvalId" FROM "ApprovalDecision" WHERE reason NOT IN ('', '***') AND "approvalId" IN (SELECT id FROM request)`,
  ],
  [
    "file",
    `SELECT id FROM "Attachment" WHERE subject IN (SELECT 'person:' || id FROM gone UNION SELECT 'customer:' || id FROM customer
      UNION SELECT 'deal:' || id FROM deal)`,
  ],
];

/** What an erasure takes away is gone, in every table where it could stand. */
export const ERASED: Invariant[] = [
  {
    name: "nothing is left of an erased person",
    violations: `${WITH} ${LEFT.map(([what, rows]) => `SELECT '${what} ' || id FROM (${rows}) x(id)`).join(" UNION ALL ")}`,
  },
];
