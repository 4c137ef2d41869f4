// What decides whether the data about the person of a customer `c` must go, as SQL without parameters, for the lists of
// the customers and for what a change of the setting would touch.

const KNOWN_AS = `SELECT k.id FROM "ProjectCustomer" k WHERE k."personId" = c."personId"`;
const DEALS = `"Deal" d WHERE (d."customerId" IN (${KNOWN_AS})
  OR EXISTS (SELECT FROM "DealBuyer" b WHERE b."dealId" = d.id AND b."personId" = c."personId"))`;

/** The last moment at which the person had to do with the office, at any project. */
export const LAST_CONTACT = `greatest(
  (SELECT max(greatest(k."createdAt", k."lastFollowUpAt",
      (SELECT max(i.at) FROM "Interaction" i WHERE i."customerId" = k.id),
      (SELECT max(coalesce(d."endedAt", d."enteredAt")) FROM "Deal" d WHERE d."customerId" = k.id)))
    FROM "ProjectCustomer" k WHERE k."personId" = c."personId"),
  (SELECT max(s."lastSeenAt") FROM "User" o JOIN "Session" s ON s."userId" = o.id WHERE o."personId" = c."personId"))`;

/** What stands in the way of an erasure, each a condition. */
export const KEEPS = {
  /** A hold or a deal under way. */
  live: `EXISTS (SELECT FROM ${DEALS} AND d."endedAt" IS NULL)`,
  /** Money that came in: the books keep from whom. */
  money: `(EXISTS (SELECT FROM "Payment" y WHERE y."customerId" IN (${KNOWN_AS}))
    OR EXISTS (SELECT FROM ${DEALS} AND EXISTS (SELECT FROM "Receipt" r WHERE r."dealId" = d.id)))`,
  /** A signed subscription or contract, or a paper that was issued. */
  papers: `EXISTS (SELECT FROM ${DEALS} AND (EXISTS (SELECT FROM "Subscription" s WHERE s."dealId" = d.id AND s."signedAt" IS NOT NULL)
    OR EXISTS (SELECT FROM "Contract" n WHERE n."dealId" = d.id) OR EXISTS (SELECT FROM "DealDocument" o WHERE o."dealId" = d.id)))`,
  /** A request that waits for its answer, other than for the erasure itself. */
  asked: `EXISTS (SELECT FROM "Approval" a WHERE a.status = 'PENDING' AND a.kind <> 'ERASURE'
    AND (a.subject IN (SELECT 'customer:' || k.id FROM "ProjectCustomer" k WHERE k."personId" = c."personId")
      OR a."dealId" IN (SELECT d.id FROM ${DEALS})))`,
} as const;

export const NOTHING_KEEPS = Object.values(KEEPS)
  .map((keeps) => `NOT ${keeps}`)
  .join(" AND ");
