import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, constraintOf, db, pool } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenCustomer, givenProject, givenUnit } from "../support/given";

// A small world of one sale, then one forbidden statement after the other, as somebody with a SQL prompt would try.

const named = new Map<string, string>();

/** `:name` stands for an id of the world, or for a new one the first time it is met. */
function idOf(name: string): string {
  const id = named.get(name) ?? newId();
  named.set(name, id);
  return id;
}

async function run(sql: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(
      `BEGIN; ${sql.replace(/:([a-zA-Z]\w*)\b(?<!::\w*)/g, (_, name: string) => `'${idOf(name)}'`)}; COMMIT`,
    );
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

const DEAL = `INSERT INTO "Deal" (id, "projectId", "customerId", "consultantId", stage, "holdUntil", "businessOn", "enteredAt")
  VALUES (:deal, :project, :customer, :seller1, 'HELD', now() + interval '1 hour', current_date, now());
  INSERT INTO "Claim" (id, "projectId", "unitId", "dealId", since) VALUES (:claim, :project, :unit, :deal, now())`;
const SUBSCRIPTION = (
  over: string,
) => `INSERT INTO "Subscription" ("dealId", number, "planId", "planName", "planKind", "schemeIds",
    "grossCentiares", "internalCentiares", "listFen", "schemeFen", "dealFen", "specialDepthPpm", derivation, schedule,
    "earnestFen", "eligibilityNote", "draftedById", "draftedAt", "unitConfirmedById", "unitConfirmedAt", "signedById", "signedAt", "payBy")
  SELECT :deal, 'S-' || :deal, :plan, '按揭', 'MORTGAGE', '{}', 8950, 7000, 100, 100, d.deal, 0, '[]', '[]', d.earnest, '',
    d.drafted, now(), d.confirmed, now(), d.signed, now(), now()
  FROM (SELECT 100 AS deal, 10 AS earnest, :seller1::uuid AS drafted, :seller2::uuid AS confirmed, :seller3::uuid AS signed) x
  CROSS JOIN LATERAL (SELECT ${over}) d`;
const PAYMENT = `INSERT INTO "Payment" (id, "projectId", "sellerId", "accountId", method, "bankReference", "receivedOn",
    "businessOn", "recordedAt", "payerName", "amountFen", status, "recordedById")
  VALUES (:payment, :project, :seller, :account, 'TRANSFER', 'BR-1', current_date, current_date, now(), '王', 1000, 'CONFIRMED', :seller1);
  INSERT INTO "Receivable" (id, "projectId", "dealId", position, item, "dueEvent", "amountFen", "createdAt")
  VALUES (:receivable, :project, :deal, 1, '定金', 'RESERVATION', 600, now());
  INSERT INTO "Receipt" (id, "projectId", "paymentId", "dealId", number, item, "amountFen", status, "businessOn", "recordedAt", "recordedById")
  VALUES (:receipt, :project, :payment, :deal, 'R-1', '定金', 700, 'RECORDED', current_date, now(), :seller1);
  INSERT INTO "Allocation" (id, "projectId", "receiptId", "receivableId", "amountFen", "paidOn", at)
  VALUES (:allocation, :project, :receipt, :receivable, 600, current_date, now())`;
const allocate = (fen: number, reverses = "NULL") => `INSERT INTO "Allocation"
  (id, "projectId", "receiptId", "receivableId", "amountFen", "paidOn", at, "reversesId")
  VALUES (gen_random_uuid(), :project, :receipt, :receivable, ${fen}, current_date, now(), ${reverses})`;
const ENTRY = `INSERT INTO "LedgerEntry" (id, "projectId", "sellerId", kind, "businessOn", "recordedAt")
  VALUES (:entry, :project, :seller, 'TEST', current_date, now())`;
const line = (position: number, account: string, fen: number) =>
  `INSERT INTO "LedgerLine" ("entryId", position, account, "amountFen") VALUES (:entry, ${position}, '${account}', ${fen})`;
const SUBSTITUTION = (id: string, absent: string, substitute: string, kind: string, setter = ":seller3") =>
  `INSERT INTO "Substitution" (id, "projectId", "forId", "byId", kind, "fromOn", "untilOn", reason, "setById", "setAt")
  VALUES (${id}, :project, ${absent}, ${substitute}, ${kind}, current_date - 1, current_date + 1, 'x', ${setter}, now())`;
const decision = (decider: string, at = "now()") =>
  `INSERT INTO "ApprovalDecision" VALUES (:approval, 0, ${decider}, 'MANAGER', true, '', ${at}, :substitution)`;
const message = (
  values: string,
) => `INSERT INTO "OutboxMessage" (id, "effectKey", kind, channel, "personId", "userId", "saysCipher", "saysKeyId", "createdAt",
    "dueAt", "goodUntil")
  SELECT gen_random_uuid(), gen_random_uuid(), 'ONE_TIME_CODE', 'SMS', ${values}, now(), now(), now()`;
const choice = (proof: string) => `INSERT INTO "MessageChoice" (id, "personId", channel, wanted, way, proof, at)
  VALUES (gen_random_uuid(), :person, 'SMS', false, 'STAFF', ${proof}, now())`;
const OWNED = `INSERT INTO "OwnershipChange" (id, "projectId", "customerId", kind, "byId", reason, at)
  VALUES (gen_random_uuid(), :project, :customer, 'RETURNED', :seller1, '说明', now())`;
const erased = (person: string) =>
  `UPDATE "Person" SET name = '***', "erasedAt" = now(), "erasedUnder" = 'REQUEST' WHERE id = ${person}`;
const FACT = `INSERT INTO "Fact" ("projectId", kind, sign, "businessOn", "recordedAt", "amountFen") VALUES (:project, 'RECEIPT', 1, current_date, now(), 5)`;
const grant = (role: string, scope = "COMPANY", project = "NULL") =>
  `INSERT INTO "Grant" (id, "userId", role, scope, "projectId", "grantedAt") VALUES (gen_random_uuid(), :seller2, '${role}', '${scope}', ${project}, now())`;

beforeAll(async () => {
  const project = await givenProject();
  const [unit, other] = [await givenUnit(project), await givenUnit(project)];
  const staff = [
    await asStaff("CONSULTANT", project),
    await asStaff("CONTROLLER", project),
    await asStaff("MANAGER", project),
  ];
  const customer = await givenCustomer(project, staff[0] ?? null);
  const ids = {
    project: project.id,
    phase: project.phaseId,
    building: project.buildingId,
    seller: project.sellerId,
    account: project.generalAccountId,
  };
  const people = { seller1: staff[0]?.actorId, seller2: staff[1]?.actorId, seller3: staff[2]?.actorId };
  for (const [name, id] of Object.entries({
    ...ids,
    ...people,
    unit: unit.id,
    other: other.id,
    customer: customer.id,
    person: customer.personId,
  }))
    named.set(name, id ?? "");
  await run(DEAL);
  await run(PAYMENT);
  await run(`${ENTRY}; ${line(1, "BANK_GENERAL", 10)}; ${line(2, "ADVANCES", -10)}`);
  await run(FACT);
  await run(`INSERT INTO "Approval" (id, "projectId", kind, subject, chain, reason, facts, "requestedById", "requestedAt")
    VALUES (:approval, :project, 'TEST', 'deal:1', '{MANAGER}', '', '{}', :seller1, now())`);
  await run(SUBSTITUTION(":substitution", ":seller3", ":seller2", "NULL"));
  await run(
    `INSERT INTO "AuditEntry" ("requestId", action, subject, at) VALUES (gen_random_uuid(), 'test.done', 'test:1', now())`,
  );
});
afterAll(() => closeDb());

const BREACHES: [guard: string, sql: string][] = [
  [
    "Claim_one_open_per_unit",
    `INSERT INTO "Claim" (id, "projectId", "unitId", "dealId", since) VALUES (gen_random_uuid(), :project, :unit, :deal, now())`,
  ],
  [
    "Claim_one_open_per_unit",
    `INSERT INTO "Claim" (id, "projectId", "unitId", "openingState", since) VALUES (gen_random_uuid(), :project, :unit, 'FILED', now())`,
  ],
  ["Claim_ends_after_it_began", `UPDATE "Claim" SET "endedAt" = since - interval '1 second' WHERE id = :claim`],
  [
    "Claim_of_a_deal_or_an_opening",
    `INSERT INTO "Claim" (id, "projectId", "unitId", since) VALUES (gen_random_uuid(), :project, :other, now())`,
  ],
  ["Claim_is_kept", `DELETE FROM "Claim"`],
  ["Deal_live_holds_units", `UPDATE "Deal" SET stage = 'VOIDED', "endedAt" = now() WHERE id = :deal`],
  ["Claim_stands_on_a_live_deal", `UPDATE "Claim" SET "endedAt" = now() WHERE id = :claim`],
  ["Deal_hold_has_an_end", `UPDATE "Deal" SET "holdUntil" = NULL WHERE id = :deal`],
  ["Deal_ended_has_a_moment", `UPDATE "Deal" SET "endedAt" = now() WHERE id = :deal`],
  ["Deal_is_kept", `DELETE FROM "Deal"`],
  ["Deal_shares_in_range", `UPDATE "Deal" SET "sharesPpm" = 1000001 WHERE id = :deal`],
  [
    "Deal_buyer_shares_are_whole",
    `INSERT INTO "DealBuyer" VALUES (:deal, :person, 1, 400000); UPDATE "Deal" SET "ownershipForm" = 'BY_SHARES' WHERE id = :deal`,
  ],
  ["Deal_buyer_shares_are_whole", `INSERT INTO "DealBuyer" VALUES (:deal, :person, 1, 400000)`],
  ["DealBuyer_share_in_range", `INSERT INTO "DealBuyer" VALUES (:deal, :person, 1, 0)`],
  ["DealShare_is_whole", `INSERT INTO "DealShare" VALUES (:deal, :seller1, 999999)`],
  ["DealShare_in_range", `INSERT INTO "DealShare" VALUES (:deal, :seller1, 0)`],
  ["Subscription_figures", SUBSCRIPTION("101 AS deal, earnest, drafted, confirmed, signed")],
  ["Subscription_figures", SUBSCRIPTION("deal, 101 AS earnest, drafted, confirmed, signed")],
  ["Subscription_by_three_people", SUBSCRIPTION("deal, earnest, drafted, drafted AS confirmed, signed")],
  ["Subscription_by_three_people", SUBSCRIPTION("deal, earnest, drafted, confirmed, drafted AS signed")],
  [
    "Subscription_steps_in_order",
    `${SUBSCRIPTION("deal, earnest, drafted, confirmed, signed")}; UPDATE "Subscription" SET "signBy" = now() WHERE "dealId" = :deal`,
  ],
  [
    "Contract_by_two_people",
    `INSERT INTO "Contract" VALUES (:deal, 'C-1', current_date, now(), :seller1, :seller1, 'SET', 1, 1, NULL, 1, '{}')`,
  ],
  [
    "Contract_figures",
    `INSERT INTO "Contract" VALUES (:deal, 'C-1', current_date, now(), :seller1, :seller2, 'GROSS', 1, 1, NULL, 1, '{}')`,
  ],
  ["Filing_has_its_number", `INSERT INTO "Filing" ("dealId", state) VALUES (:deal, 'FILED')`],
  ["Grant_names_its_place", grant("MANAGER", "COMPANY", ":project")],
  ["Grant_names_its_place", grant("MANAGER", "BRANCH", ":project")],
  ["Grant_roles_do_not_conflict", `${grant("CASHIER")}; ${grant("ACCOUNTANT")}`],
  ["Grant_roles_do_not_conflict", `${grant("ADMIN")}; ${grant("GM")}`],
  ["User_staff_or_buyer", `INSERT INTO "User" (id, name, "createdAt") VALUES (gen_random_uuid(), 'x', now())`],
  [
    "Setting_names_its_place",
    `INSERT INTO "Setting" VALUES (gen_random_uuid(), 'holdHours', 'PROJECT', NULL, NULL, '1', now(), '', NULL, now())`,
  ],
  ["PersonPhone_is_e164", `INSERT INTO "PersonPhone" VALUES (gen_random_uuid(), :person, '13800000000', '0000')`],
  [
    "PersonPhone_tail_matches",
    `INSERT INTO "PersonPhone" VALUES (gen_random_uuid(), :person, '+8613800000000', '0001')`,
  ],
  [
    "PersonPhone_one_primary",
    `INSERT INTO "PersonPhone" VALUES (gen_random_uuid(), :person, '+8613800000000', '0000', true)`,
  ],
  ["Person_id_is_encrypted", `UPDATE "Person" SET "idIndex" = 'x' WHERE id = :person`],
  [
    "ProjectCustomer_ranges",
    `UPDATE "ProjectCustomer" SET "budgetMinFen" = 2, "budgetMaxFen" = 1 WHERE id = :customer`,
  ],
  ["Unit_areas", `UPDATE "Unit" SET "grossCentiares" = 0 WHERE id = :unit`],
  ["Unit_prices", `UPDATE "Unit" SET "floorFen" = "listFen" + 1 WHERE id = :unit`],
  ["Unit_released_has_a_price", `UPDATE "Unit" SET "listFen" = NULL WHERE id = :unit`],
  ["Unit_withheld_says_why", `UPDATE "Unit" SET "releaseState" = 'WITHHELD' WHERE id = :other`],
  [
    "PriceList_one_effective_per_phase",
    `INSERT INTO "PriceList" (id, "projectId", "phaseId", "versionNo", name, status, "effectiveAt", "draftedById", "createdAt")
    SELECT gen_random_uuid(), :project, :phase, n, 'x', 'EFFECTIVE', now(), :seller1, now() FROM generate_series(1, 2) n`,
  ],
  [
    "PriceListLine_prices",
    `INSERT INTO "PriceList" (id, "projectId", "phaseId", "versionNo", name, "effectiveAt", "draftedById", "createdAt")
    VALUES (:list, :project, :phase, 1, 'x', now(), :seller1, now()); INSERT INTO "PriceListLine" VALUES (:project, :list, :unit, 1, 2)`,
  ],
  [
    "DiscountLine_has_its_figure",
    `INSERT INTO "DiscountScheme" (id, "projectId", name, "validFrom", "draftedById", "createdAt") VALUES (:scheme, :project, 'x', now(), :seller1, now());
    INSERT INTO "DiscountLine" (id, "schemeId", position, name, kind, "amountFen") VALUES (gen_random_uuid(), :scheme, 1, 'x', 'MULTIPLY', 1)`,
  ],
  [
    "PaymentPlanLine_has_its_figure",
    `INSERT INTO "PaymentPlan" (id, "projectId", name, kind, "createdAt") VALUES (:plan, :project, 'x', 'FULL', now());
    INSERT INTO "PaymentPlanLine" (id, "planId", position, item, "dueEvent", share, ppm) VALUES (gen_random_uuid(), :plan, 1, 'x', 'CONTRACT', 'REMAINDER', 1)`,
  ],
  [
    "PaymentPlanLine_fixed_date",
    `INSERT INTO "PaymentPlan" (id, "projectId", name, kind, "createdAt") VALUES (:plan, :project, 'x', 'FULL', now());
    INSERT INTO "PaymentPlanLine" (id, "planId", position, item, "dueEvent", share) VALUES (gen_random_uuid(), :plan, 1, 'x', 'FIXED_DATE', 'REMAINDER')`,
  ],
  [
    "Approval_one_open_per_question",
    `INSERT INTO "Approval" (id, "projectId", kind, subject, reason, facts, "requestedById", "requestedAt")
    VALUES (gen_random_uuid(), :project, 'TEST', 'deal:1', '', '{}', :seller2, now())`,
  ],
  [
    "ApprovalDecision_not_by_the_asker",
    `INSERT INTO "ApprovalDecision" VALUES (:approval, 0, :seller1, 'MANAGER', true, '', now())`,
  ],
  ["OutboxMessage_to_one", message(`NULL, NULL, NULL, NULL`)],
  ["OutboxMessage_to_one", message(`:person, :seller1, NULL, NULL`)],
  ["OutboxMessage_words_are_closed", message(`:person, NULL, '\\x00', NULL`)],
  [
    "OutboxMessage_sent_keeps_its_copy_only",
    `${message(`:person, NULL, '\\x00', 'k1'`)}; UPDATE "OutboxMessage" SET "sentAt" = now() WHERE "personId" = :person`,
  ],
  ["User_mail_is_an_address", `UPDATE "User" SET mail = 'office' WHERE id = :seller1`],
  ["MessageChoice_says_how", choice("' '")],
  ["MessageChoice_append_only", `${choice("'电话告知'")}; UPDATE "MessageChoice" SET wanted = true`],
  ["ApprovalDecision_under_a_substitution", decision(":seller3")],
  ["ApprovalDecision_under_a_substitution", decision(":seller2", "now() + interval '3 days'")],
  [
    "ApprovalDecision_under_a_substitution",
    `UPDATE "Substitution" SET "endedAt" = now(), "endedById" = :seller2 WHERE id = :substitution; ${decision(":seller2")}`,
  ],
  [
    "ApprovalDecision_under_a_substitution",
    `INSERT INTO "Approval" (id, "projectId", kind, subject, reason, facts, "requestedById", "requestedAt")
    VALUES (:ofTheAbsent, :project, 'TEST', 'deal:2', '', '{}', :seller3, now()); ${decision(":seller2").replace(":approval", ":ofTheAbsent")}`,
  ],
  ["Substitution_by_another", SUBSTITUTION("gen_random_uuid()", ":seller1", ":seller1", "NULL")],
  [
    "Substitution_not_chosen_by_the_substitute",
    SUBSTITUTION("gen_random_uuid()", ":seller1", ":seller2", "NULL", ":seller2"),
  ],
  ["Substitution_one_at_a_time", SUBSTITUTION("gen_random_uuid()", ":seller3", ":seller1", "NULL")],
  [
    "Substitution_one_at_a_time",
    `${SUBSTITUTION("gen_random_uuid()", ":seller3", ":seller1", "'REFUND'")}; ${SUBSTITUTION("gen_random_uuid()", ":seller3", ":seller2", "'REFUND'")}`,
  ],
  [
    "Substitution_days_in_order",
    SUBSTITUTION("gen_random_uuid()", ":seller1", ":seller2", "NULL").replace("current_date + 1", "current_date - 2"),
  ],
  ["Substitution_ended_by_somebody", `UPDATE "Substitution" SET "endedAt" = now() WHERE id = :substitution`],
  ["Substitution_is_fixed", `UPDATE "Substitution" SET "byId" = :seller1 WHERE id = :substitution`],
  ["Substitution_is_kept", `DELETE FROM "Substitution"`],
  ["Receivable_never_overpaid", allocate(1)],
  ["Receivable_voided_is_unpaid", `UPDATE "Receivable" SET "voidedAt" = now() WHERE id = :receivable`],
  [
    "Receipt_never_overspent",
    `INSERT INTO "Receivable" (id, "projectId", "dealId", position, item, "dueEvent", "amountFen", "createdAt")
    VALUES (:wide, :project, :deal, 2, '首付', 'CONTRACT', 900, now()); ${allocate(101).replace(":receivable", ":wide")}`,
  ],
  [
    "Payment_never_overspent",
    `INSERT INTO "Receipt" (id, "projectId", "paymentId", "dealId", number, item, "amountFen", "businessOn", "recordedAt", "recordedById")
    VALUES (gen_random_uuid(), :project, :payment, :deal, 'R-2', 'x', 301, current_date, now(), :seller1)`,
  ],
  ["Payment_reversed_is_empty", `UPDATE "Payment" SET status = 'REVERSED', "reversedAt" = now() WHERE id = :payment`],
  [
    "Payment_bank_reference_once",
    `INSERT INTO "Payment" (id, "projectId", "sellerId", "accountId", method, "bankReference", "receivedOn",
    "businessOn", "recordedAt", "payerName", "amountFen", status, "recordedById")
    VALUES (gen_random_uuid(), :project, :seller, :account, 'TRANSFER', 'BR-1', current_date, current_date, now(), '王', 1, 'CONFIRMED', :seller1)`,
  ],
  ["Payment_figures_are_fixed", `UPDATE "Payment" SET "amountFen" = 2000 WHERE id = :payment`],
  ["Payment_is_kept", `DELETE FROM "Payment"`],
  ["Receipt_reversed_is_empty", `UPDATE "Receipt" SET status = 'REVERSED', "reversedAt" = now() WHERE id = :receipt`],
  ["Receipt_figures_are_fixed", `UPDATE "Receipt" SET number = 'R-9' WHERE id = :receipt`],
  ["Receipt_is_kept", `DELETE FROM "Receipt"`],
  ["Allocation_reversal_is_negative", allocate(-600)],
  ["Allocation_within_one_deal", allocate(-599, ":allocation")],
  [
    "Allocation_within_one_purse",
    `INSERT INTO "Receivable" (id, "projectId", "dealId", position, purse, item, "dueEvent", "amountFen", "createdAt")
    VALUES (:wide, :project, :deal, 2, 'AGENCY', '契税', 'TITLE', 900, now()); ${allocate(5).replace(":receivable", ":wide")}`,
  ],
  ["Allocation_append_only", `UPDATE "Allocation" SET "amountFen" = 1`],
  ["LedgerLine_with_its_entry", line(3, "ADVANCES", 5)],
  [
    "LedgerLine_is_not_zero",
    `${ENTRY.replace(":entry", ":entry2")}; ${line(1, "ADVANCES", 0).replace(":entry", ":entry2")}`,
  ],
  [
    "LedgerEntry_balances",
    `${ENTRY.replace(":entry", ":entry3")}; ${line(1, "BANK_GENERAL", 10).replace(":entry", ":entry3")}; ${line(2, "ADVANCES", -9).replace(":entry", ":entry3")}`,
  ],
  ["LedgerEntry_append_only", `DELETE FROM "LedgerEntry"`],
  ["LedgerLine_append_only", `UPDATE "LedgerLine" SET "amountFen" = "amountFen" * 2`],
  ["Fact_sign", FACT.replace("1, current_date", "2, current_date")],
  ["Fact_correction_names_its_fact", FACT.replace("1, current_date", "-1, current_date")],
  [
    "Fact_corrected_once",
    `INSERT INTO "Fact" ("projectId", kind, sign, "businessOn", "recordedAt", "correctsSeq")
    SELECT "projectId", kind, -1, "businessOn", now(), seq FROM "Fact" f, generate_series(1, 2) WHERE f."projectId" = :project`,
  ],
  ["Fact_append_only", `DELETE FROM "Fact"`],
  ["DealDocument_append_only", `DELETE FROM "DealDocument"`],
  ["CalendarDay_append_only", `TRUNCATE "CalendarDay"`],
  ["AuditEntry_append_only", `TRUNCATE "AuditEntry"`],
  ["AuditEntry_append_only", `UPDATE "AuditEntry" SET action = 'x'`],
  ["AuditSeal_append_only", `DELETE FROM "AuditSeal"`],
  ["SignInAttempt_append_only", `DELETE FROM "SignInAttempt"`],
  ["OwnershipChange_is_kept", `DELETE FROM "OwnershipChange"`],
  ["OwnershipChange_append_only", `${OWNED}; UPDATE "OwnershipChange" SET reason = '***'`],
  ["OwnershipChange_append_only", `${OWNED}; ${erased(":person")}; UPDATE "OwnershipChange" SET reason = 'x'`],
  ["ApprovalDecision_is_kept", `DELETE FROM "ApprovalDecision"`],
  ["ApprovalDecision_append_only", `${decision(":seller2")}; UPDATE "ApprovalDecision" SET reason = '***'`],
  ["MessageChoice_is_kept", `TRUNCATE "MessageChoice"`],
  ["MessageChoice_append_only", `${choice("'x'")}; ${erased(":person")}; UPDATE "MessageChoice" SET wanted = true`],
  ["Person_erased_is_empty", `UPDATE "Person" SET "erasedAt" = now(), "erasedUnder" = 'REQUEST' WHERE id = :person`],
  ["Person_erased_is_empty", `UPDATE "Person" SET "erasedUnder" = 'REQUEST' WHERE id = :person`],
  ["Person_erased_is_empty", `${erased(":person")}; UPDATE "Person" SET address = 'x' WHERE id = :person`],
  [
    "PersonPhone_not_of_the_erased",
    `${erased(":person")}; INSERT INTO "PersonPhone" VALUES (gen_random_uuid(), :person, '+8613800000009', '0009')`,
  ],
  [
    "PersonKey_not_of_the_erased",
    `${erased(":person")}; INSERT INTO "PersonKey" VALUES (:person, '\\x00', 'k1', now())`,
  ],
  [
    "ProjectCustomer_not_of_the_erased",
    `${erased(":person")}; INSERT INTO "ProjectCustomer" (id, "projectId", "personId", "createdAt", "createdById")
    VALUES (gen_random_uuid(), :project, :person, now(), :seller1)`,
  ],
  ["DealBuyer_not_of_the_erased", `${erased(":person")}; INSERT INTO "DealBuyer" VALUES (:deal, :person, 1)`],
  [
    "User_not_of_the_erased",
    `${erased(":person")}; INSERT INTO "User" (id, name, "personId", "createdAt") VALUES (gen_random_uuid(), 'x', :person, now())`,
  ],
  ["OutboxMessage_not_to_the_erased", `${erased(":person")}; ${message(`:person, NULL, NULL, NULL`)}`],
  ["MessageChoice_not_of_the_erased", `${erased(":person")}; ${choice("'x'")}`],
  ["Deal_not_of_the_erased", `${erased(":person")}; ${DEAL.replace(":deal", "gen_random_uuid()")}`],
  [
    "Interaction_not_of_the_erased",
    `${erased(":person")}; INSERT INTO "Interaction" (id, "projectId", "customerId", "byId", kind, "businessOn", at)
    VALUES (gen_random_uuid(), :project, :customer, :seller1, 'NOTE', current_date, now())`,
  ],
  ["OwnershipChange_not_of_the_erased", `${erased(":person")}; ${OWNED}`],
];

it.each(BREACHES)("%s refuses %s", async (guard, sql) => {
  const error: unknown = await run(sql).catch((reason: unknown) => reason);
  expect(constraintOf(error) ?? error).toBe(guard);
});

it("refuses a receipt that carries money to another seller", async () => {
  const stranger = await givenProject();
  named.set("stranger", stranger.sellerId).set("strangersAccount", stranger.generalAccountId);
  const error: unknown = await run(`
    INSERT INTO "Payment" (id, "projectId", "sellerId", "accountId", method, "receivedOn", "businessOn", "recordedAt", "payerName", "amountFen", status, "recordedById")
    VALUES (:astray, :project, :stranger, :strangersAccount, 'CASH', current_date, current_date, now(), '王', 10, 'CONFIRMED', :seller1);
    INSERT INTO "Receipt" (id, "projectId", "paymentId", "dealId", number, item, "amountFen", "businessOn", "recordedAt", "recordedById")
    VALUES (gen_random_uuid(), :project, :astray, :deal, 'R-8', 'x', 10, current_date, now(), :seller1)`).catch(
    (reason: unknown) => reason,
  );
  expect(constraintOf(error) ?? error).toBe("Receipt_within_one_seller");
});

it("keeps the totals that the rows add up to", async () => {
  const payment = await db.payment.findUniqueOrThrow({ where: { id: idOf("payment") }, include: { receipts: true } });
  const receivable = await db.receivable.findUniqueOrThrow({ where: { id: idOf("receivable") } });
  expect([payment.receiptedFen, payment.receipts[0]?.allocatedFen, receivable.allocatedFen]).toEqual([
    700n,
    600n,
    600n,
  ]);
  const facts = await db.factSummary.aggregate({
    where: { projectId: idOf("project") },
    _sum: { amountFen: true, count: true },
  });
  expect(facts._sum).toEqual({ amountFen: 5n, count: 1 });
  const ledger = await db.ledgerBalance.aggregate({
    where: { sellerId: idOf("seller") },
    _sum: { debitFen: true, creditFen: true },
  });
  expect(ledger._sum).toEqual({ debitFen: 10n, creditFen: 10n });
  expect(await db.unitChange.count({ where: { unitId: idOf("unit") } })).toBeGreaterThan(1);
});
