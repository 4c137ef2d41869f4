/** Approval slips. */
export const APPROVALS = [
  "asked_already",
  "relation_required",
  "expiry_required",
  "not_your_step",
  "above_own_limit",
  "facts_changed",
  "not_your_request",
] as const;
