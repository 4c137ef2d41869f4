import type { CUSTOMERS } from "~/domain/refusals/customers";

export const customers: Record<(typeof CUSTOMERS)[number], string> = {
  consent_missing: "The customer has not consented to the use of personal data; get consent first.",
  duplicate_forbidden:
    "This customer is already registered[ and belongs to {owner}]; open the existing customer instead.",
  duplicate_unconfirmed:
    "This may be a customer who is already registered. If it is the same person, open the existing one; if not, confirm.",
  id_number_taken: "Another customer has this ID number. Check it; if it is one person, ask the manager to merge.",
  not_in_pool: "This customer is no longer in the public pool[ and belongs to {owner}].",
  in_pool_already: "This customer is in the public pool already.",
  yours_already: "This customer belongs to this consultant already.",
  consultant_absent: "This consultant is not on duty today.",
  load_limit_reached: "This consultant already has as many customers as allowed[ ({max})].",
  checklist_incomplete: "The reception checklist is not complete.",
  owned_by_another: "This customer belongs to another consultant[ ({owner})]; ask the manager for a transfer.",
  needs_incomplete: "Complete the customer's needs first.",
  deal_open: "The customer has an open deal, so this cannot be done.",
  lost_card_incomplete: "The lost-customer card is not complete; add the reason.",
  partner_contract_ended: "The contract with this partner has ended.",
  daily_quota_reached: "Today's number of reports is used up[ ({max})].",
  reported_already: "This customer has been reported already[ (at {since})].",
  protection_over: "The protection of this report is over.",
  reported_too_late: "The report came after the customer's visit and is not valid.",
  appealed_already: "This was appealed before; there is one appeal only.",
  appeal_deadline_passed: "The time to appeal is over.",
  evidence_missing: "Attach the evidence.",
};
