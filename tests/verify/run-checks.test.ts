import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eraseCustomer } from "~/features/customers/erase-customer.server";
import { recordInteraction } from "~/features/customers/record-interaction.server";
import { sealAudit } from "~/platform/audit-chain.server";
import { closeDb, db, inTransaction, pool } from "~/platform/db.server";
import { attach, keepFile, pathOfFile } from "~/platform/files.server";
import { newId } from "~/platform/id.server";
import { runChecks } from "../../scripts/programs/verify/run-checks";
import { NOW } from "../support/given";
import { givenContact } from "../support/given-visitor";
import { firstPaymentPaid, givenContract, givenOffice, givenReserved, type Office } from "../support/sell";

const ERASED = newId();

/** Somebody of whom only a note is known. */
async function givenVisitor({ project: { id: projectId }, desk }: Office) {
  const person = await db.person.create({ data: { name: "王小明", createdAt: NOW } });
  const at = { createdAt: NOW, createdById: desk.CONSULTANT.actorId };
  return { projectId, personId: person.id, ownerId: desk.CONSULTANT.actorId, ...at };
}

beforeAll(async () => {
  await givenContract(await givenOffice());
  const office = await givenOffice();
  await firstPaymentPaid(office, await givenReserved(office));
  await db.projectCustomer.create({ data: { ...(await givenVisitor(office)), id: ERASED } });
  await recordInteraction(office.desk.CONSULTANT, givenContact({ customerId: ERASED, contact: "NOTE" }));
  await eraseCustomer(office.desk.DIRECTOR, { key: newId(), customerId: ERASED, ground: "REQUEST" });
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

const visits = (
  count: number,
) => `INSERT INTO "Fact" ("projectId", kind, sign, "customerId", "businessOn", "recordedAt")
  SELECT "projectId", 'VISIT_FIRST', 1, id, current_date - n, now() FROM "ProjectCustomer", generate_series(1, ${count}) n LIMIT ${count}`;
const NO_VISITS = `DELETE FROM "Fact" WHERE kind = 'VISIT_FIRST'`;

const LEFT = "nothing is left of an erased person";
const TAMPERINGS: [check: string, act: string, undo: string][] = [
  [
    LEFT,
    `UPDATE "ProjectCustomer" SET note = '王小明' WHERE id = '${ERASED}'`,
    `UPDATE "ProjectCustomer" SET note = '' WHERE id = '${ERASED}'`,
  ],
  [
    LEFT,
    `INSERT INTO "PersonPhone" SELECT gen_random_uuid(), id, '+8613800000009', '0009' FROM "Person" WHERE "erasedAt" IS NOT NULL`,
    `DELETE FROM "PersonPhone" WHERE e164 = '+8613800000009'`,
  ],
  [
    LEFT,
    `UPDATE "Interaction" SET text = '家住望湖街' WHERE "customerId" = '${ERASED}'`,
    `UPDATE "Interaction" SET text = '' WHERE "customerId" = '${ERASED}'`,
  ],
  [
    LEFT,
    `INSERT INTO "SearchToken" SELECT "projectId", 'CUSTOMER', id, '王' FROM "ProjectCustomer" WHERE id = '${ERASED}'`,
    `DELETE FROM "SearchToken" WHERE "subjectId" = '${ERASED}'`,
  ],
  [
    "prices of units are those of the list in force",
    `INSERT INTO "PriceList" (id, "projectId", "phaseId", "versionNo", name, status, "effectiveAt", "draftedById", "createdAt")
     SELECT '0199aaaa-0000-7000-8000-000000000002', "projectId", "phaseId", 99, '试', 'EFFECTIVE', now(), gen_random_uuid(), now()
     FROM "Building" LIMIT 1;
     INSERT INTO "PriceListLine" ("projectId", "priceListId", "unitId", "listFen", "floorFen")
     SELECT "projectId", '0199aaaa-0000-7000-8000-000000000002', id, 2, 1 FROM "Unit" LIMIT 1;
     UPDATE "Unit" u SET "priceListId" = l."priceListId" FROM "PriceListLine" l WHERE l."unitId" = u.id`,
    `UPDATE "Unit" SET "priceListId" = NULL; DELETE FROM "PriceListLine"; DELETE FROM "PriceList"`,
  ],
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
    "money in the ledger's banks is what the payments brought",
    `UPDATE "Payment" SET "amountFen" = "amountFen" + 1`,
    `UPDATE "Payment" SET "amountFen" = "amountFen" - 1`,
  ],
  [
    "the ledger's advances are what came and pays nothing yet",
    `UPDATE "Payment" SET "amountFen" = "amountFen" + 1`,
    `UPDATE "Payment" SET "amountFen" = "amountFen" - 1`,
  ],
  [
    "the ledger's receivables are the open schedules",
    `UPDATE "Receivable" SET "amountFen" = "amountFen" + 1`,
    `UPDATE "Receivable" SET "amountFen" = "amountFen" - 1`,
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
  ["facts of visits and calls are the interactions", visits(1), NO_VISITS],
  [
    "facts of deals are how far the deals are",
    `UPDATE "Fact" SET kind = 'CONTRACT_ENDED' WHERE kind = 'CONTRACT'`,
    `UPDATE "Fact" SET kind = 'CONTRACT' WHERE kind = 'CONTRACT_ENDED'`,
  ],
  [
    "facts of subscriptions are the subscriptions",
    `UPDATE "Fact" SET "amountFen" = "amountFen" + 1 WHERE kind = 'SUBSCRIPTION'`,
    `UPDATE "Fact" SET "amountFen" = "amountFen" - 1 WHERE kind = 'SUBSCRIPTION'`,
  ],
  [
    "facts of receipts are the receipts",
    `UPDATE "Fact" SET "amountFen" = "amountFen" + 1 WHERE kind = 'RECEIPT'`,
    `UPDATE "Fact" SET "amountFen" = "amountFen" - 1 WHERE kind = 'RECEIPT'`,
  ],
  [
    "kept files are whole",
    `INSERT INTO "Attachment" (id, subject, sha256, name, "mediaType", bytes, "byId", at)
     VALUES (gen_random_uuid(), 'deal:1', repeat('0', 64), '证件.pdf', 'application/pdf', 1, gen_random_uuid(), now())`,
    `DELETE FROM "Attachment"`,
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

it("knows for every check how it fails", async () => {
  const names = (await runChecks()).map(({ name }) => name);
  expect([...new Set(TAMPERINGS.map(([check]) => check))].sort()).toEqual(names.sort());
});

it("names every violation, however many there are", async () => {
  await tamper(visits(7));
  const found = (await runChecks()).find(({ name }) => name === "facts of visits and calls are the interactions");
  await tamper(NO_VISITS);
  expect(found?.count).toBe(7);
  expect(new Set(found?.detail.split("\n")).size).toBe(7);
});

it("names a kept file of which one byte was altered", async () => {
  const sha256 = await keepFile(Buffer.from("身份证复印件"));
  const about = { projectId: null, subject: "deal:1", name: "身份证.pdf", mediaType: "application/pdf", bytes: 18 };
  await inTransaction((tx) => attach(tx, { ...about, sha256, byId: newId(), at: NOW }));
  expect(await broken()).toEqual([]);
  const bytes = readFileSync(pathOfFile(sha256));
  writeFileSync(
    pathOfFile(sha256),
    bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte)),
  );
  const found = (await runChecks()).filter(({ ok }) => !ok);
  expect(found).toMatchObject([{ name: "kept files are whole", count: 1, detail: "身份证.pdf" }]);
});
