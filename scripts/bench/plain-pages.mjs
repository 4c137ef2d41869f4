// What the pages show, read by plain SQL: a few statements for each page, all at once, no check, no mapping.

/** $1 the token's hash, $2 the project's code. */
export const CALLER = `SELECT u.id, u.name, p.id AS project, array_agg(g.role::text) AS roles
  FROM "Session" k JOIN "User" u ON u.id = k."userId" AND u."disabledAt" IS NULL JOIN "Project" p ON p.code = $2
    JOIN "Grant" g ON g."userId" = u.id AND g."endedAt" IS NULL AND g."projectId" = p.id
  WHERE k."tokenHash" = $1 AND k."endedAt" IS NULL AND k."expiresAt" > clock_timestamp() GROUP BY u.id, p.id`;

const PHONE = `(SELECT e164 FROM "PersonPhone" t WHERE t."personId" = p.id ORDER BY t."primary" DESC, t.id LIMIT 1) AS e164`;
const LABELS = `(SELECT string_agg(u.label, ' · ') FROM "Claim" k JOIN "Unit" u ON u.id = k."unitId" WHERE k."dealId" = d.id) AS units`;
const FOUND = (subject) => `IN (SELECT "subjectId" FROM "SearchToken" WHERE "projectId" = $1 AND subject = '${subject}'
  AND token >= $2 AND token < $2 || chr(1114111))`;

const FRAME = { projects: `SELECT id, code, name FROM "Project" WHERE id = $1` };

// $1 project
const LIST = {
  rows: `SELECT c.id, p.name, u.name AS owner, c.grade, c.stage, c.source, c."lastFollowUpAt", c."createdAt", c.visits, ${PHONE},
      (SELECT i."nextOn" FROM "Interaction" i WHERE i."customerId" = c.id AND i."nextOn" IS NOT NULL ORDER BY i.at DESC LIMIT 1) AS next
    FROM "ProjectCustomer" c JOIN "Person" p ON p.id = c."personId" LEFT JOIN "User" u ON u.id = c."ownerId"
    WHERE c."projectId" = $1 AND c."archivedAt" IS NULL ORDER BY c."createdAt" DESC, c.id DESC LIMIT 51`,
  totals: `SELECT count(*) AS count, count(*) FILTER (WHERE c.grade = 'A') AS a, sum(c.visits) AS visits,
      count(*) FILTER (WHERE c.id IN (SELECT "customerId" FROM "Deal" WHERE "projectId" = $1 AND stage IN ('HELD', 'RESERVED', 'CONTRACTED'))) AS deals
    FROM "ProjectCustomer" c WHERE c."projectId" = $1 AND c."archivedAt" IS NULL`,
  consultants: `SELECT DISTINCT u.id, u.name FROM "User" u JOIN "Grant" g ON g."userId" = u.id
    WHERE g."projectId" = $1 AND g.role = 'CONSULTANT' AND g."endedAt" IS NULL ORDER BY u.name`,
};

// $1 project, $2 the beginning of a word
const SEARCH = {
  customers: `SELECT c.id, p.name, u.name AS owner, c.stage, ${PHONE} FROM "ProjectCustomer" c JOIN "Person" p ON p.id = c."personId"
      LEFT JOIN "User" u ON u.id = c."ownerId"
    WHERE c.id ${FOUND("CUSTOMER")} ORDER BY c."lastFollowUpAt" DESC NULLS LAST, c.id DESC LIMIT 8`,
  units: `SELECT u.id, u.label, b.name FROM "Unit" u JOIN "Building" b ON b.id = u."buildingId" WHERE u.id ${FOUND("UNIT")}
    ORDER BY b.position, u."floorNo", u.number LIMIT 8`,
  deals: `SELECT d.id, p.name, d.stage, ${LABELS} FROM "Deal" d JOIN "ProjectCustomer" c ON c.id = d."customerId"
      JOIN "Person" p ON p.id = c."personId"
    WHERE d."projectId" = $1 AND (d.id ${FOUND("DEAL")} OR d."customerId" ${FOUND("CUSTOMER")}) ORDER BY d."enteredAt" DESC, d.id DESC LIMIT 8`,
  receipts: `SELECT r.id, r.number, p.name, r.status FROM "Receipt" r JOIN "Deal" d ON d.id = r."dealId"
      JOIN "ProjectCustomer" c ON c.id = d."customerId" JOIN "Person" p ON p.id = c."personId"
    WHERE r.id ${FOUND("RECEIPT")} ORDER BY r."recordedAt" DESC, r.id DESC LIMIT 8`,
};

// $1 project, $2 customer
const OWN_DEAL = `d."projectId" = $1 AND d."customerId" = $2`;
const CUSTOMER = {
  customer: `SELECT c.*, p.*, u.name AS owner, (SELECT json_agg(t) FROM "PersonPhone" t WHERE t."personId" = p.id) AS phones
    FROM "ProjectCustomer" c JOIN "Person" p ON p.id = c."personId" LEFT JOIN "User" u ON u.id = c."ownerId"
    WHERE c."projectId" = $1 AND c.id = $2`,
  interactions: `SELECT i.*, u.name FROM "Interaction" i JOIN "User" u ON u.id = i."byId" WHERE i."projectId" = $1 AND i."customerId" = $2
    ORDER BY i.at DESC LIMIT 200`,
  ownership: `SELECT o.*, f.name AS from, t.name AS to FROM "OwnershipChange" o LEFT JOIN "User" f ON f.id = o."fromId"
    LEFT JOIN "User" t ON t.id = o."toId" WHERE o."projectId" = $1 AND o."customerId" = $2 ORDER BY o.at DESC LIMIT 200`,
  deals: `SELECT d.*, u.name, s.number, s."dealFen", s."signedAt", k.number AS contract, k."priceFen", k."enteredAt" AS contracted, ${LABELS}
    FROM "Deal" d JOIN "User" u ON u.id = d."consultantId" LEFT JOIN "Subscription" s ON s."dealId" = d.id
      LEFT JOIN "Contract" k ON k."dealId" = d.id WHERE ${OWN_DEAL} ORDER BY d."enteredAt" DESC`,
  documents: `SELECT o.* FROM "DealDocument" o JOIN "Deal" d ON d.id = o."dealId" WHERE ${OWN_DEAL} LIMIT 200`,
  receipts: `SELECT r.*, u.name FROM "Receipt" r JOIN "Deal" d ON d.id = r."dealId" JOIN "User" u ON u.id = r."recordedById"
    WHERE ${OWN_DEAL} LIMIT 200`,
};

// $1 project, $2 deal
const DEAL = {
  deal: `SELECT d.*, p.name, p."idIndex", o.name AS consultant, row_to_json(s) AS subscription, row_to_json(k) AS contract, row_to_json(f) AS filing,
      (SELECT e164 FROM "PersonPhone" t WHERE t."personId" = p.id AND t."primary") AS phone,
      (SELECT json_agg(json_build_array(u, b.name, y.name)) FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId"
        JOIN "Building" b ON b.id = u."buildingId" LEFT JOIN "Layout" y ON y.id = u."layoutId" WHERE c."dealId" = d.id) AS units
    FROM "Deal" d JOIN "ProjectCustomer" c ON c.id = d."customerId" JOIN "Person" p ON p.id = c."personId"
      JOIN "User" o ON o.id = d."consultantId" LEFT JOIN "Subscription" s ON s."dealId" = d.id LEFT JOIN "Contract" k ON k."dealId" = d.id
      LEFT JOIN "Filing" f ON f."dealId" = d.id WHERE d."projectId" = $1 AND d.id = $2`,
  buyers: `SELECT b.*, p.name, t.e164 FROM "DealBuyer" b JOIN "Person" p ON p.id = b."personId"
    LEFT JOIN "PersonPhone" t ON t."personId" = p.id AND t."primary" WHERE $1::uuid IS NOT NULL AND b."dealId" = $2 ORDER BY b.position`,
  papers: `SELECT * FROM "DealDocument" WHERE "projectId" = $1 AND "dealId" = $2 ORDER BY "enteredAt"`,
  receipts: `SELECT * FROM "Receipt" WHERE "projectId" = $1 AND "dealId" = $2 AND status IN ('RECORDED', 'REVERSAL_ASKED') ORDER BY "recordedAt"`,
  schedule: `SELECT r.*, (SELECT json_agg(json_build_array(a."amountFen", a."paidOn")) FROM "Allocation" a WHERE a."receivableId" = r.id) AS paid
    FROM "Receivable" r WHERE r."projectId" = $1 AND r."dealId" = $2 AND r."voidedAt" IS NULL ORDER BY r.position`,
  approvals: `SELECT a.*, (SELECT json_agg(e) FROM "ApprovalDecision" e WHERE e."approvalId" = a.id) AS decisions FROM "Approval" a
    WHERE a."projectId" = $1 AND a."dealId" = $2`,
  history: `SELECT a.*, u.name FROM "AuditEntry" a LEFT JOIN "User" u ON u.id = a."actorId"
    WHERE a."projectId" = $1 AND a.subject = 'deal:' || $2::text ORDER BY a.seq DESC`,
  people: `SELECT u.id, u.name FROM "Subscription" s JOIN "User" u ON u.id IN (s."draftedById", s."unitConfirmedById", s."signedById")
    WHERE $1::uuid IS NOT NULL AND s."dealId" = $2`,
};

/** By route: its statements, and what of the address is their second value. */
export const PLAIN = {
  "routes/onsite+/$project": { statements: FRAME, second: () => [] },
  "routes/onsite+/$project.customers._index": { statements: LIST, second: () => [] },
  "routes/onsite+/$project.search": { statements: SEARCH, second: ({ url }) => [url.searchParams.get("q")] },
  "routes/onsite+/$project.customers.$customerId": {
    statements: CUSTOMER,
    second: ({ params }) => [params.customerId],
  },
  "routes/onsite+/$project.deals.$dealId._index": { statements: DEAL, second: ({ params }) => [params.dealId] },
};
