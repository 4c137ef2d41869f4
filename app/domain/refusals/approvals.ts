/** Approval slips. */
export const APPROVALS = [
  "asked_already",
  "relation_required",
  "expiry_required",
  "not_your_step",
  "above_own_limit",
  "facts_changed",
  "not_your_request",
  "substitute_self",
  "substitute_chosen_by_himself",
  "substitute_no_approver",
  "nothing_to_substitute",
  "absent_above_you",
  "substitution_overlaps",
  "days_reversed",
] as const;
