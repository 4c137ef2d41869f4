import { afterAll, beforeAll, expect, it } from "vitest";
import { sealAudit } from "~/platform/audit-chain.server";
import { closeDb, inTransaction, pool } from "~/platform/db.server";
import { runChecks } from "../../scripts/programs/verify/run-checks";
import { firstPaymentPaid, givenContract, givenOffice, givenReserved } from "../support/sell";

beforeAll(async () => {
  await givenContract(await givenOffice());
  const office = await givenOffice();
  await firstPaymentPaid(office, await givenReserved(office));
  await inTransaction(sealAudit);
});
afterAll(() => closeDb());

const broken = async () => (await runChecks()).filter(({ ok }) => !ok).map(({ name }) => name);

/** As somebody who has the server's own keys and lifts every guard. */
async function tamper(sql: string): Promise<void> {
  await pool.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
}

it("finds nothing where the office has worked by its own commands", async () => {
  expect(await broken()).toEqual([]);
});

const TAMPERINGS: [check: string, act: string, undo: string][] = [
  [
    "one open claim per unit",
    `DROP INDEX "Claim_one_open_per_unit"; INSERT INTO "Claim" (id, "projectId", "unitId", "openingState", since) SELECT '0199aaaa-0000-7000-8000-000000000001', "projectId", "unitId", 'FILED', now() FROM "Claim" WHERE "endedAt" IS NULL LIMIT 1`,
    `DELETE FROM "Claim" WHERE id = '0199aaaa-0000-7000-8000-000000000001'`,
  ],
  [
    "a live deal holds a unit, an ended one none",
    `UPDATE "Claim" SET "endedAt" = since WHERE "endedAt" IS NULL`,
    `UPDATE "Claim" SET "endedAt" = NULL`,
  ],
  ["buyers' shares are whole", `UPDATE "Deal" SET "sharesPpm" = 5`, `UPDATE "Deal" SET "sharesPpm" = 0`],
  ["consultants' shares are whole", `UPDATE "DealShare" SET ppm = ppm - 1`, `UPDATE "DealShare" SET ppm = ppm + 1`],
  [
    "allocations add up to what their instalment says",
    `UPDATE "Receivable" SET "allocatedFen" = "allocatedFen" - 1 WHERE "allocatedFen" > 0`,
    `UPDATE "Receivable" SET "allocatedFen" = "allocatedFen" + 1 WHERE "allocatedFen" > 0`,
  ],
  [
    "allocations add up to what their receipt says",
    `UPDATE "Receipt" SET "allocatedFen" = "allocatedFen" - 1`,
    `UPDATE "Receipt" SET "allocatedFen" = "allocatedFen" + 1`,
  ],
  [
    "receipts add up to what their payment says",
    `UPDATE "Payment" SET "receiptedFen" = "receiptedFen" - 1`,
    `UPDATE "Payment" SET "receiptedFen" = "receiptedFen" + 1`,
  ],
  [
    "the schedule of a deal adds up to its price",
    `UPDATE "Subscription" SET "dealFen" = "dealFen" - 1`,
    `UPDATE "Subscription" SET "dealFen" = "dealFen" + 1`,
  ],
  [
    "visits add up to what their customer says",
    `UPDATE "ProjectCustomer" SET visits = visits + 1`,
    `UPDATE "ProjectCustomer" SET visits = visits - 1`,
  ],
  [
    "summaries of what falls due equal the scan",
    `UPDATE "DueSummary" SET "amountFen" = "amountFen" + 1`,
    `UPDATE "DueSummary" SET "amountFen" = "amountFen" - 1`,
  ],
  [
    "summaries of what falls due equal the scan",
    `UPDATE "Receivable" SET "dueOn" = "dueOn" + 62 WHERE position = 1`,
    `UPDATE "Receivable" SET "dueOn" = "dueOn" - 62 WHERE position = 1`,
  ],
  [
    "receipt numbers have no gap",
    `UPDATE "Counter" SET value = value + 1 WHERE key LIKE 'receipt:%'`,
    `UPDATE "Counter" SET value = value - 1 WHERE key LIKE 'receipt:%'`,
  ],
  [
    "every ledger entry balances",
    `UPDATE "LedgerLine" SET "amountFen" = "amountFen" + 1 WHERE position = 0`,
    `UPDATE "LedgerLine" SET "amountFen" = "amountFen" - 1 WHERE position = 0`,
  ],
  [
    "ledger balances equal the scan of the lines",
    `UPDATE "LedgerBalance" SET "debitFen" = "debitFen" + 1, "creditFen" = "creditFen" + 1`,
    `UPDATE "LedgerBalance" SET "debitFen" = "debitFen" - 1, "creditFen" = "creditFen" - 1`,
  ],
  [
    "summaries of facts equal the scan",
    `UPDATE "FactSummary" SET count = count + 1`,
    `UPDATE "FactSummary" SET count = count - 1`,
  ],
  [
    "summaries of facts equal the scan",
    `UPDATE "FactSummary" SET "placedFen" = "placedFen" + 1`,
    `UPDATE "FactSummary" SET "placedFen" = "placedFen" - 1`,
  ],
  [
    "facts of contracts are the contracts",
    `UPDATE "Contract" SET "priceFen" = "priceFen" + 1`,
    `UPDATE "Contract" SET "priceFen" = "priceFen" - 1`,
  ],
  [
    "ID numbers open with the data keys",
    `UPDATE "Person" SET "idCipher" = set_byte("idCipher", 30, get_byte("idCipher", 30) # 1) WHERE "idCipher" IS NOT NULL`,
    `UPDATE "Person" SET "idCipher" = set_byte("idCipher", 30, get_byte("idCipher", 30) # 1) WHERE "idCipher" IS NOT NULL`,
  ],
  [
    "audit chain",
    `UPDATE "AuditEntry" SET action = action || '.' WHERE seq = (SELECT min(seq) FROM "AuditEntry")`,
    `UPDATE "AuditEntry" SET action = rtrim(action, '.') WHERE seq = (SELECT min(seq) FROM "AuditEntry")`,
  ],
];

it.each(TAMPERINGS)("names the breach: %s", async (check, act, undo) => {
  await tamper(act);
  expect(await broken()).toContain(check);
  await tamper(undo);
  expect(await broken()).toEqual([]);
});
