import type { Pool } from "pg";
import { tokensOf } from "~/features/projects/search-words";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/id.server";
import { CUSTOMER, type Project } from "./given";

export type PaidDeal = {
  dealId: string;
  receivableId: string;
  unitId: string;
  unitLabel: string;
  customerId: string;
  consultantId: string;
};
export type Place = { project: Project; cashier: Ctx; receivedOn: string; amount: number };

/** The rows of one payment by plain SQL in one transaction, without a check; the receipts' counter comes last. */
export async function plainPayment(pool: Pool, place: Place, deal: PaidDeal): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const ids = { payment: newId(), receipt: newId(), key: newId(), entries: [newId(), newId()] };
    for (const [text, values] of rowsOf(place, deal, ids)) await client.query({ name: nameOf(text), text, values });
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

type Ids = { payment: string; receipt: string; key: string; entries: string[] };

function rowsOf({ project, cashier, receivedOn, amount }: Place, deal: PaidDeal, ids: Ids): [string, unknown[]][] {
  const { id: projectId, sellerId, accountId, now } = project;
  const by = cashier.actorId;
  const answer = JSON.stringify({ paymentId: ids.payment, advanceFen: 0, receipts: [{ receiptId: ids.receipt }] });
  // Of a number as long as a real one: what matters is how many words there are.
  const tokens = [...new Set(["SJ2026-000001", CUSTOMER, deal.unitLabel].flatMap((word) => tokensOf(word)))];
  return [
    [SUBMISSION, [by, ids.key, answer, now]],
    [PAYMENT, [ids.payment, projectId, sellerId, accountId, deal.customerId, ids.key, receivedOn, now, amount, by]],
    [FACT, [projectId, deal.dealId, deal.unitId, deal.customerId, deal.consultantId, receivedOn, now, amount]],
    [ENTRIES, [ids.entries, projectId, sellerId, deal.dealId, ids.payment, ids.receipt, receivedOn, now, by]],
    [LINES, [ids.entries, amount]],
    [AUDIT, [projectId, by, ids.key, ids.payment, answer, now]],
    [RECEIPT, [ids.receipt, projectId, ids.payment, deal.dealId, amount, receivedOn, now, by]],
    [ALLOCATION, [newId(), projectId, ids.receipt, deal.receivableId, amount, receivedOn, now]],
    [TOKENS, [projectId, ids.receipt, tokens]],
  ];
}

const nameOf = (text: string) => `plain-payment-${STATEMENTS.indexOf(text)}`;

const SUBMISSION = `INSERT INTO "Submission" ("actorId", key, fingerprint, answer, at)
  VALUES ($1, $2, repeat('0', 64), $3, $4)`;
const PAYMENT = `INSERT INTO "Payment" (id, "projectId", "sellerId", "accountId", "customerId", method, "bankReference",
    "receivedOn", "businessOn", "recordedAt", "payerName", "amountFen", status, "recordedById")
  VALUES ($1, $2, $3, $4, $5, 'TRANSFER', $6, $7::date, $7::date, $8, '${CUSTOMER}', $9, 'CONFIRMED', $10)`;
const FACT = `INSERT INTO "Fact" ("projectId", kind, sign, "dealId", "unitId", "customerId", "userId", "businessOn",
    "recordedAt", "amountFen", use, dimensions)
  VALUES ($1, 'RECEIPT', 1, $2, $3, $4, $5, $6, $7, $8, 'RESIDENCE', '{"receiptId": ""}')`;
const ENTRIES = `INSERT INTO "LedgerEntry" (id, "projectId", "sellerId", kind, "dealId", "paymentId", "receiptId",
    "businessOn", "recordedAt", "byId")
  SELECT e.id, $2::uuid, $3::uuid, e.kind, $4::uuid, $5::uuid, $6::uuid, $7::date, $8::timestamptz, $9::uuid
  FROM unnest($1::uuid[], ARRAY['PAYMENT', 'RECEIPT']) AS e(id, kind)`;
const LINES = `INSERT INTO "LedgerLine" ("entryId", position, account, "amountFen")
  SELECT ($1::uuid[])[l.entry], l.position, l.account::"LedgerAccount", l.sign * $2::bigint
  FROM (VALUES (1, 0, 'BANK_SUPERVISED', 1), (1, 1, 'ADVANCES', -1), (2, 0, 'ADVANCES', 1), (2, 1, 'RECEIVABLES', -1))
    AS l(entry, position, account, sign)`;
const AUDIT = `INSERT INTO "AuditEntry" ("projectId", "actorId", "requestId", action, subject, after, at)
  VALUES ($1, $2, $3::uuid, 'payment.recorded', 'payment:' || $4::text, $5, $6)`;
const RECEIPT = `WITH counter AS (
    INSERT INTO "Counter" (key, value) VALUES ('plain', 1)
    ON CONFLICT (key) DO UPDATE SET value = "Counter".value + 1 RETURNING value)
  INSERT INTO "Receipt" (id, "projectId", "paymentId", "dealId", number, item, "amountFen", "businessOn", "recordedAt",
    "recordedById")
  SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, 'PL2026-' || value, '首付款', $5::bigint, $6::date, $7::timestamptz, $8::uuid
  FROM counter`;
const ALLOCATION = `INSERT INTO "Allocation" (id, "projectId", "receiptId", "receivableId", "amountFen", "paidOn", at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const TOKENS = `INSERT INTO "SearchToken" ("projectId", subject, "subjectId", token)
  SELECT $1::uuid, 'RECEIPT', $2::uuid, token FROM unnest($3::text[]) AS token`;
const STATEMENTS = [SUBMISSION, PAYMENT, FACT, ENTRIES, LINES, AUDIT, RECEIPT, ALLOCATION, TOKENS];
