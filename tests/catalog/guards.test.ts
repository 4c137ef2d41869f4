import { afterAll, expect, it } from "vitest";
import { closeDb, db } from "~/platform/db.server";

afterAll(() => closeDb());

const APPEND_ONLY =
  /BEFORE (DELETE OR UPDATE|UPDATE OR DELETE) OR TRUNCATE .* FOR EACH STATEMENT EXECUTE FUNCTION refuse_change/;
const KEPT = /BEFORE DELETE OR TRUNCATE .* FOR EACH STATEMENT EXECUTE FUNCTION refuse_change/;
const FIXED = /BEFORE UPDATE .* IS DISTINCT FROM .* EXECUTE FUNCTION refuse_change/s;
const WORDS_ONLY = /BEFORE UPDATE .* FOR EACH ROW EXECUTE FUNCTION forget_words_only/;
const NOT_ERASED = /BEFORE INSERT.* FOR EACH ROW .*EXECUTE FUNCTION refuse_for_the_erased/s;
const AT_COMMIT = /^CREATE CONSTRAINT TRIGGER .* DEFERRABLE INITIALLY DEFERRED FOR EACH ROW/;
const SUMS = /AFTER INSERT ON .* REFERENCING NEW TABLE AS written FOR EACH STATEMENT/;
const NOTES = /REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_unit_changes/;

/** Every guard that lives only in SQL. A migration that loses one fails here. */
const GUARDS: [name: string, definition: RegExp][] = [
  ["Claim_one_open_per_unit", /^CREATE UNIQUE INDEX .*\("unitId"\) WHERE \("endedAt" IS NULL\)$/],
  ["Claim_ends_after_it_began", /^CHECK .*"endedAt" >= since/],
  ["Claim_of_a_deal_or_an_opening", /^CHECK .*num_nonnulls\("dealId", "openingState"\) = 1/],
  ["Claim_stands_on_a_live_deal", AT_COMMIT],
  ["Claim_is_kept", KEPT],
  ["Deal_live_holds_units", AT_COMMIT],
  ["Deal_hold_has_an_end", /^CHECK .*'HELD'.*"holdUntil" IS NOT NULL/],
  ["Deal_ended_has_a_moment", /^CHECK .*"endedAt" IS NULL/],
  ["Deal_shares_in_range", /^CHECK .*"sharesPpm" >= 0.*"sharesPpm" <= 1000000/],
  ["Deal_buyer_shares_are_whole", AT_COMMIT],
  ["Deal_is_kept", KEPT],
  ["Receivable_open_by_day", /^CREATE INDEX .*\("projectId", "dueOn"\) WHERE .*"allocatedFen" < "amountFen"/],
  ["Interaction_counts_visits", /AFTER INSERT ON .*"Interaction" .* EXECUTE FUNCTION count_visit/],
  ["DealBuyer_adds_up", /AFTER INSERT OR DELETE OR UPDATE .* EXECUTE FUNCTION sum_buyer_shares/],
  ["DealBuyer_share_in_range", /^CHECK .*"sharePpm" <= 1000000/],
  ["DealShare_in_range", /^CHECK .*ppm <= 1000000/],
  ["DealShare_is_whole", AT_COMMIT],
  ["Subscription_figures", /^CHECK .*"dealFen" <= "schemeFen"/],
  ["Subscription_by_three_people", /^CHECK .*"unitConfirmedById" <> "draftedById".*"signedById" <> "draftedById"/],
  ["Subscription_steps_in_order", /^CHECK .*"signedAt" IS NOT NULL/],
  ["Contract_by_two_people", /^CHECK .*"approvedById" <> "preparedById"/],
  ["Contract_figures", /^CHECK .*"priceFen" > 0/],
  ["DealDocument_append_only", APPEND_ONLY],
  ["CalendarDay_append_only", APPEND_ONLY],
  ["Filing_has_its_number", /^CHECK .*"recordNumber" IS NOT NULL/],
  ["Grant_names_its_place", /^CHECK .*num_nonnulls/],
  ["Grant_roles_do_not_conflict", AT_COMMIT],
  ["User_staff_or_buyer", /^CHECK .*login IS NOT NULL.*"personId" IS NOT NULL/],
  ["Setting_names_its_place", /^CHECK .*'COMPANY'/],
  ["PersonPhone_is_e164", /^CHECK .*e164 ~/],
  ["PersonPhone_tail_matches", /^CHECK .*"right"\(e164, 4\)/],
  ["PersonPhone_one_primary", /^CREATE UNIQUE INDEX .*\("personId"\) WHERE "primary"$/],
  ["Person_id_is_encrypted", /^CHECK .*"idCipher", "idKeyId", "idIndex", "idTailIndex"/],
  ["Person_erased_is_empty", /^CHECK .*"erasedUnder" IS NULL.*num_nonnulls/],
  ["PersonPhone_not_of_the_erased", NOT_ERASED],
  ["PersonKey_not_of_the_erased", NOT_ERASED],
  ["ProjectCustomer_not_of_the_erased", NOT_ERASED],
  ["DealBuyer_not_of_the_erased", NOT_ERASED],
  ["User_not_of_the_erased", NOT_ERASED],
  ["OutboxMessage_not_to_the_erased", NOT_ERASED],
  ["MessageChoice_not_of_the_erased", NOT_ERASED],
  ["Deal_not_of_the_erased", NOT_ERASED],
  ["Interaction_not_of_the_erased", NOT_ERASED],
  ["OwnershipChange_not_of_the_erased", NOT_ERASED],
  ["ProjectCustomer_ranges", /^CHECK .*"budgetMaxFen" >= "budgetMinFen"/],
  ["Unit_areas", /^CHECK .*"grossCentiares" > 0/],
  ["Unit_prices", /^CHECK .*"floorFen" <= "listFen"/],
  ["Unit_released_has_a_price", /^CHECK .*'RELEASED'.*"listFen" IS NOT NULL/],
  ["Unit_withheld_says_why", /^CHECK .*'WITHHELD'.*"withheldReason" IS NOT NULL/],
  ["PriceListLine_prices", /^CHECK .*"floorFen" <= "listFen"/],
  ["PriceList_one_effective_per_phase", /^CREATE UNIQUE INDEX .*\("phaseId"\) WHERE .*'EFFECTIVE'/],
  ["DiscountLine_has_its_figure", /^CHECK .*num_nonnulls\(ppm, "amountFen", "unitCentifen"\) = 1/],
  ["PaymentPlanLine_has_its_figure", /^CHECK [\s\S]*'REMAINDER'/],
  ["PaymentPlanLine_fixed_date", /^CHECK .*'FIXED_DATE'/],
  ["Approval_one_open_per_question", /^CREATE UNIQUE INDEX .*\(kind, subject\) WHERE .*'PENDING'/],
  ["ApprovalDecision_not_by_the_asker", /BEFORE INSERT .* EXECUTE FUNCTION check_decider/],
  ["ApprovalDecision_append_only", WORDS_ONLY],
  ["ApprovalDecision_is_kept", KEPT],
  ["ApprovalDecision_under_a_substitution", /BEFORE INSERT .* EXECUTE FUNCTION check_substitute/],
  ["OutboxMessage_due", /^CREATE INDEX .*\("dueAt", id\) WHERE .*'WAITING'/],
  ["OutboxMessage_to_one", /^CHECK .*num_nonnulls\("personId", "userId"\) = 1/],
  ["OutboxMessage_words_are_closed", /^CHECK .*num_nonnulls\("saysCipher", "saysKeyId"\)/],
  ["OutboxMessage_sent_keeps_its_copy_only", /^CHECK .*"sentAt" IS NULL.*"saysCipher" IS NULL/],
  ["User_mail_is_an_address", /^CHECK .*mail ~/],
  ["MessageChoice_says_how", /^CHECK .*btrim\(proof\)/],
  ["MessageChoice_append_only", WORDS_ONLY],
  ["MessageChoice_is_kept", KEPT],
  ["Substitution_by_another", /^CHECK .*"forId" <> "byId"/],
  ["Substitution_not_chosen_by_the_substitute", /^CHECK .*"setById" <> "byId"/],
  ["Substitution_days_in_order", /^CHECK .*"fromOn" <= "untilOn"/],
  ["Substitution_ended_by_somebody", /^CHECK .*"endedById" IS NULL/],
  ["Substitution_one_at_a_time", /^CREATE INDEX .* USING gist .*daterange.* WHERE \("endedAt" IS NULL\)$/],
  ["Substitution_is_fixed", FIXED],
  ["Substitution_is_kept", KEPT],
  ["Receivable_never_overpaid", /^CHECK .*"allocatedFen" <= "amountFen"/],
  ["Receivable_adds_up", /AFTER INSERT OR DELETE OR UPDATE OF .*"voidedAt" .* FOR EACH ROW EXECUTE FUNCTION sum_due/],
  ["Receivable_voided_is_unpaid", /^CHECK .*"voidedAt" IS NULL.*"allocatedFen" = 0/],
  ["Payment_never_overspent", /^CHECK .*"receiptedFen" \+ "refundedFen"\) <= "amountFen"/],
  ["Payment_reversed_is_empty", /^CHECK .*"receiptedFen" = 0/],
  ["Payment_bank_reference_once", /^CREATE UNIQUE INDEX .*\("sellerId", "bankReference"\) WHERE/],
  ["Payment_figures_are_fixed", FIXED],
  ["Payment_is_kept", KEPT],
  ["Receipt_never_overspent", /^CHECK .*"allocatedFen" <= "amountFen"/],
  ["Receipt_reversed_is_empty", /^CHECK .*"allocatedFen" = 0/],
  ["Receipt_adds_up", /AFTER INSERT OR UPDATE OF status .* EXECUTE FUNCTION add_receipt/],
  ["Receipt_within_one_seller", /BEFORE INSERT .* EXECUTE FUNCTION check_receipt_seller/],
  ["Receipt_figures_are_fixed", FIXED],
  ["Receipt_is_kept", KEPT],
  ["Allocation_reversal_is_negative", /^CHECK .*"amountFen" < 0.*"reversesId" IS NOT NULL/],
  ["Allocation_adds_up", /AFTER INSERT .* EXECUTE FUNCTION add_allocation/],
  ["Allocation_within_one_purse", /BEFORE INSERT .* EXECUTE FUNCTION check_allocation_purse/],
  ["Allocation_append_only", APPEND_ONLY],
  ["LedgerLine_is_not_zero", /^CHECK .*"amountFen" <> 0/],
  ["LedgerLine_with_its_entry", /BEFORE INSERT .* EXECUTE FUNCTION check_ledger_line/],
  ["LedgerLine_adds_up", SUMS],
  ["LedgerLine_append_only", APPEND_ONLY],
  ["LedgerEntry_balances", AT_COMMIT],
  ["LedgerEntry_append_only", APPEND_ONLY],
  ["Fact_sign", /^CHECK .*'-1'::integer|^CHECK .*-1/],
  ["Fact_correction_names_its_fact", /^CHECK .*"correctsSeq" IS NOT NULL/],
  ["Fact_corrected_once", /^CREATE UNIQUE INDEX .*\("correctsSeq"\) WHERE/],
  ["Fact_adds_up", SUMS],
  ["Fact_append_only", APPEND_ONLY],
  ["AuditEntry_append_only", APPEND_ONLY],
  ["AuditSeal_append_only", APPEND_ONLY],
  ["SignInAttempt_append_only", APPEND_ONLY],
  ["OwnershipChange_append_only", WORDS_ONLY],
  ["OwnershipChange_is_kept", KEPT],
  ["Unit_created_is_noted", NOTES],
  ["Unit_changed_is_noted", NOTES],
  ["Claim_opened_is_noted", NOTES],
  ["Claim_ended_is_noted", NOTES],
  ["Deal_changed_is_noted", NOTES],
  ["Filing_opened_is_noted", NOTES],
  ["Filing_changed_is_noted", NOTES],
  ["Handover_opened_is_noted", NOTES],
  ["Handover_changed_is_noted", NOTES],
];

it.each(GUARDS)("%s stands in the catalog, in force", async (name, definition) => {
  const found = await db.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
      WHERE relname = ${name} AND indisvalid
    UNION ALL
    SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = ${name} AND contype = 'c' AND convalidated
    UNION ALL
    SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = ${name} AND tgenabled = 'O'`;
  expect(found).toEqual([{ definition: expect.stringMatching(definition) }]);
});

it("knows every guard in the catalog by name", async () => {
  const stand = await db.$queryRaw<{ name: string }[]>`
    SELECT conname AS name FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace
      WHERE contype = 'c' AND n.nspname = 'public'
    UNION
    SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
      WHERE NOT tgisinternal AND n.nspname = 'public'
    UNION
    SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = relnamespace
      WHERE indpred IS NOT NULL AND n.nspname = 'public'`;
  const known = new Set(GUARDS.map(([name]) => name));
  expect(stand.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});
