/** What of the work under way a new value of a setting can touch, or leaves as it is. */
export const SETTING_EFFECTS = [
  "HOLDS_KEEP",
  "HOLDS_NO_FURTHER",
  "CONSULTANTS_FULL",
  "WITHHELD_KEEP",
  "PROJECTS_FULL",
  "SIGNED_KEEP",
  "RESERVED_KEEP",
  "RESERVED_NO_FURTHER",
  "DRAFTS_NEW",
  "DRAFTS_KEEP",
  "DRAFTS_JUDGED",
  "DRAFTS_INELIGIBLE",
  "APPROVALS_KEEP",
  "TO_POOL",
  "FROM_POOL",
  "OVERDUE_ANEW",
  "DEALS_WITHOUT_PERMIT",
  "DEALS_MORTGAGED",
  "UNITS_ABOVE_FILED",
  "UNFILED_LATE",
] as const;
export type SettingEffectName = (typeof SETTING_EFFECTS)[number];
