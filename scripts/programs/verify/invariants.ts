import { ERASED } from "./erased";
import type { Invariant } from "./invariant";

const LIVE = `('HELD', 'RESERVED', 'CONTRACTED')`;
const STANDING = `('CONFIRMED', 'REVERSAL_ASKED')`;
const CONTACTS = `('VISIT_FIRST', 'VISIT_REPEAT', 'CALL_IN')`;

const CLAIMS: Invariant[] = [
  {
    name: "one open claim per unit",
    violations: `SELECT u.label FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId" WHERE c."endedAt" IS NULL
      GROUP BY u.id, u.label HAVING count(*) > 1`,
  },
  {
    name: "a live deal holds a unit, an ended one none",
    violations: `SELECT 'deal ' || d.id FROM "Deal" d
      WHERE (d.stage IN ${LIVE}) <> EXISTS (SELECT FROM "Claim" c WHERE c."dealId" = d.id AND c."endedAt" IS NULL)`,
  },
  {
    name: "prices of units are those of the list in force",
    violations: `SELECT u.label FROM "Unit" u JOIN "PriceListLine" l ON l."priceListId" = u."priceListId" AND l."unitId" = u.id
      WHERE (u."listFen", u."floorFen") IS DISTINCT FROM (l."listFen", l."floorFen")`,
  },
];

const SHARES: Invariant[] = [
  {
    name: "buyers' shares are whole",
    violations: `SELECT 'deal ' || d.id FROM "Deal" d LEFT JOIN "DealBuyer" b ON b."dealId" = d.id
      GROUP BY d.id HAVING d."sharesPpm" <> coalesce(sum(b."sharePpm"), 0)
        OR (d."ownershipForm" = 'BY_SHARES' AND count(b."personId") > 0 AND d."sharesPpm" <> 1000000)`,
  },
  {
    name: "consultants' shares are whole",
    violations: `SELECT 'deal ' || "dealId" FROM "DealShare" GROUP BY "dealId" HAVING sum(ppm) <> 1000000`,
  },
];

const SUMS: Invariant[] = [
  {
    name: "visits add up to what their customer says",
    violations: `SELECT 'customer ' || c.id FROM "ProjectCustomer" c LEFT JOIN "Interaction" i ON i."customerId" = c.id
        AND i.kind IN ('VISIT_FIRST', 'VISIT_REPEAT')
      GROUP BY c.id HAVING c.visits <> count(i.id)`,
  },
  {
    name: "allocations add up to what their instalment says",
    violations: `SELECT 'receivable ' || r.id FROM "Receivable" r LEFT JOIN "Allocation" a ON a."receivableId" = r.id
      GROUP BY r.id HAVING r."allocatedFen" <> coalesce(sum(a."amountFen"), 0)`,
  },
  {
    name: "allocations add up to what their receipt says",
    violations: `SELECT r.number FROM "Receipt" r LEFT JOIN "Allocation" a ON a."receiptId" = r.id
      GROUP BY r.id HAVING r."allocatedFen" <> coalesce(sum(a."amountFen"), 0)`,
  },
  {
    name: "receipts add up to what their payment says",
    violations: `SELECT 'payment ' || p.id FROM "Payment" p LEFT JOIN "Receipt" r ON r."paymentId" = p.id
        AND r.status NOT IN ('REVERSED', 'CARRIED_OVER')
      GROUP BY p.id HAVING p."receiptedFen" <> coalesce(sum(r."amountFen"), 0)`,
  },
  {
    name: "the schedule of a deal adds up to its price",
    violations: `SELECT s.number FROM "Subscription" s JOIN "Deal" d ON d.id = s."dealId" AND d.stage IN ('RESERVED', 'CONTRACTED')
        LEFT JOIN "Receivable" r ON r."dealId" = d.id AND r.purse = 'HOUSE' AND r."voidedAt" IS NULL
      GROUP BY s."dealId" HAVING s."dealFen" <> coalesce(sum(r."amountFen"), 0)`,
  },
  {
    name: "summaries of what falls due equal the scan",
    violations: `SELECT coalesce(r."projectId", s."projectId") || ' ' || coalesce(r.month, s.month) FROM (
        SELECT "projectId", date_trunc('month', "dueOn")::date AS month, sum("amountFen") AS fen FROM "Receivable"
        WHERE "dueOn" IS NOT NULL AND "voidedAt" IS NULL GROUP BY 1, 2
      ) r FULL JOIN (SELECT "projectId", month, sum("amountFen") AS fen FROM "DueSummary" GROUP BY 1, 2) s
        USING ("projectId", month) WHERE coalesce(r.fen, 0) <> coalesce(s.fen, 0)`,
  },
  {
    name: "receipt numbers have no gap",
    violations: `SELECT c.key FROM "Counter" c WHERE c.key LIKE 'receipt:%' AND c.value <> (
      SELECT count(*) FROM "Receipt" r WHERE r.number LIKE 'SJ' || split_part(c.key, ':', 2) || '-%')`,
  },
];

const LEDGER: Invariant[] = [
  {
    name: "every ledger entry balances",
    violations: `SELECT 'entry ' || e.seq FROM "LedgerEntry" e LEFT JOIN "LedgerLine" l ON l."entryId" = e.id
      GROUP BY e.id HAVING count(l.*) < 2 OR sum(l."amountFen") <> 0`,
  },
  {
    name: "ledger balances equal the scan of the lines",
    violations: `SELECT coalesce(b."sellerId", s."sellerId") || ' ' || coalesce(b.account, s.account) FROM (
        SELECT "sellerId", account, month, sum("debitFen") AS debit, sum("creditFen") AS credit FROM "LedgerBalance" GROUP BY 1, 2, 3
      ) b FULL JOIN (
        SELECT e."sellerId", l.account, date_trunc('month', e."businessOn")::date AS month,
          sum(greatest(l."amountFen", 0)) AS debit, sum(greatest(-l."amountFen", 0)) AS credit
        FROM "LedgerLine" l JOIN "LedgerEntry" e ON e.id = l."entryId" GROUP BY 1, 2, 3
      ) s USING ("sellerId", account, month) WHERE (b.debit, b.credit) IS DISTINCT FROM (s.debit, s.credit)`,
  },
  {
    name: "money in the ledger's banks is what the payments brought",
    violations: `SELECT s.name FROM "Seller" s WHERE
      (SELECT coalesce(sum("debitFen" - "creditFen"), 0) FROM "LedgerBalance" b WHERE b."sellerId" = s.id
        AND b.account IN ('BANK_SUPERVISED', 'BANK_GENERAL'))
      <> (SELECT coalesce(sum("amountFen" - "refundedFen"), 0) FROM "Payment" p WHERE p."sellerId" = s.id AND p.status IN ${STANDING})`,
  },
  {
    name: "the ledger's receivables are the open schedules",
    violations: `SELECT s.name FROM "Seller" s WHERE
      (SELECT coalesce(sum("debitFen" - "creditFen"), 0) FROM "LedgerBalance" b WHERE b."sellerId" = s.id AND b.account = 'RECEIVABLES')
      <> (SELECT coalesce(sum(r."amountFen" - r."allocatedFen"), 0) FROM "Receivable" r WHERE r."voidedAt" IS NULL
        AND EXISTS (SELECT FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId" JOIN "Building" b ON b.id = u."buildingId"
          JOIN "Phase" p ON p.id = b."phaseId" WHERE c."dealId" = r."dealId" AND p."sellerId" = s.id))`,
  },
  {
    name: "the ledger's advances are what came and pays nothing yet",
    violations: `SELECT s.name FROM "Seller" s WHERE
      (SELECT coalesce(sum("creditFen" - "debitFen"), 0) FROM "LedgerBalance" b WHERE b."sellerId" = s.id AND b.account = 'ADVANCES')
      <> (SELECT coalesce(sum(p."amountFen" - p."refundedFen"
          - (SELECT coalesce(sum(r."allocatedFen"), 0) FROM "Receipt" r WHERE r."paymentId" = p.id)), 0)
        FROM "Payment" p WHERE p."sellerId" = s.id AND p.status IN ${STANDING})`,
  },
];

const FACTS: Invariant[] = [
  {
    name: "summaries of facts equal the scan",
    violations: `SELECT coalesce(f.kind, s.kind) || ' ' || coalesce(f."businessOn", s."businessOn") FROM (
        SELECT "projectId", kind, "businessOn", sum(sign) AS n, sum(sign * "amountFen") AS fen, sum(sign * "areaCentiares") AS area,
          count(*) FILTER (WHERE sign = 1) AS placed, coalesce(sum("amountFen") FILTER (WHERE sign = 1), 0) AS placed_fen,
          coalesce(sum("areaCentiares") FILTER (WHERE sign = 1), 0) AS placed_area
        FROM "Fact" GROUP BY 1, 2, 3
      ) f FULL JOIN (
        SELECT "projectId", kind, "businessOn", sum(count) AS n, sum("amountFen") AS fen, sum("areaCentiares") AS area,
          sum("placedCount") AS placed, sum("placedFen") AS placed_fen, sum("placedCentiares") AS placed_area
        FROM "FactSummary" GROUP BY 1, 2, 3
      ) s USING ("projectId", kind, "businessOn")
      WHERE (f.n, f.fen, f.area, f.placed, f.placed_fen, f.placed_area)
        IS DISTINCT FROM (s.n, s.fen, s.area, s.placed, s.placed_fen, s.placed_area)`,
  },
  {
    name: "facts of visits and calls are the interactions",
    violations: `SELECT 'customer ' || "customerId" || ' ' || kind || ' ' || "businessOn" FROM (
        SELECT "customerId", kind::text AS kind, "businessOn", sum(sign) AS n FROM "Fact" WHERE kind IN ${CONTACTS} GROUP BY 1, 2, 3
      ) f FULL JOIN (
        SELECT "customerId", kind::text AS kind, "businessOn", count(*) AS n FROM "Interaction" WHERE kind IN ${CONTACTS} GROUP BY 1, 2, 3
      ) i USING ("customerId", kind, "businessOn") WHERE coalesce(f.n, 0) <> coalesce(i.n, 0)`,
  },
  {
    name: "facts of deals are how far the deals are",
    violations: `SELECT 'deal ' || d.id FROM "Deal" d LEFT JOIN "Subscription" s ON s."dealId" = d.id LEFT JOIN (
        SELECT "dealId", sum(sign) FILTER (WHERE kind = 'HOLD') AS holds, sum(sign) FILTER (WHERE kind = 'HOLD_ENDED') AS holds_ended,
          sum(sign) FILTER (WHERE kind = 'SUBSCRIPTION') AS subscriptions,
          sum(sign) FILTER (WHERE kind = 'SUBSCRIPTION_ENDED') AS subscriptions_ended,
          sum(sign) FILTER (WHERE kind = 'CONTRACT') AS contracts
        FROM "Fact" GROUP BY 1
      ) f ON f."dealId" = d.id
      WHERE (coalesce(holds, 0) > 0, coalesce(holds_ended, 0) > 0, coalesce(subscriptions, 0) > 0, coalesce(subscriptions_ended, 0) > 0,
        coalesce(contracts, 0) > 0) <> (d.stage = 'HELD', d.stage NOT IN ${LIVE} AND s."effectiveAt" IS NULL,
        d.stage IN ('RESERVED', 'CONTRACTED'), d.stage NOT IN ${LIVE} AND s."effectiveAt" IS NOT NULL, d.stage = 'CONTRACTED')`,
  },
  {
    name: "facts of subscriptions are the subscriptions",
    violations: `SELECT s.number FROM "Subscription" s JOIN "Deal" d ON d.id = s."dealId" AND d.stage IN ('RESERVED', 'CONTRACTED')
      WHERE s."dealFen" <> (SELECT coalesce(sum(f.sign * f."amountFen"), 0) FROM "Fact" f WHERE f."dealId" = s."dealId" AND f.kind = 'SUBSCRIPTION')`,
  },
  {
    name: "facts of contracts are the contracts",
    violations: `SELECT c.number FROM "Contract" c JOIN "Deal" d ON d.id = c."dealId" AND d.stage = 'CONTRACTED'
      WHERE c."priceFen" <> (SELECT coalesce(sum(f.sign * f."amountFen"), 0) FROM "Fact" f WHERE f."dealId" = c."dealId" AND f.kind = 'CONTRACT')`,
  },
  {
    name: "facts of receipts are the receipts",
    violations: `SELECT 'deal ' || "dealId" FROM (
        SELECT "dealId", sum("amountFen") FILTER (WHERE status NOT IN ('REVERSED', 'CARRIED_OVER')) AS fen FROM "Receipt" GROUP BY 1
      ) r FULL JOIN (
        SELECT "dealId", sum(sign * "amountFen") AS fen FROM "Fact" WHERE kind = 'RECEIPT' GROUP BY 1
      ) f USING ("dealId") WHERE coalesce(r.fen, 0) <> coalesce(f.fen, 0)`,
  },
];

/** What must hold whenever no transaction is under way. */
export const INVARIANTS: readonly Invariant[] = [...CLAIMS, ...SHARES, ...SUMS, ...LEDGER, ...FACTS, ...ERASED];
