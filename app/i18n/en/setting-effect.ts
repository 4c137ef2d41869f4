import type { SettingEffectName } from "~/domain/settings/effect";

export const settingEffect: Record<SettingEffectName, string> = {
  HOLDS_KEEP: "{count} holds keep the time they were given.",
  HOLDS_NO_FURTHER: "{count} holds have reached the new number and cannot be extended again.",
  CONSULTANTS_FULL: "{count} consultants are at the new limit: they keep what they hold and take no more.",
  WITHHELD_KEEP: "{count} withheld units keep their end.",
  PROJECTS_FULL: "{count} projects are at the new limit: what is withheld stays, no more can be.",
  SIGNED_KEEP:
    "{count} signed subscriptions keep their time to pay; once paid, the signing date follows the value of that day.",
  RESERVED_KEEP: "{count} subscriptions in force keep their signing date.",
  RESERVED_NO_FURTHER: "{count} subscriptions have used the new number of extensions.",
  DRAFTS_NEW: "{count} unsigned drafts follow the new value once they are signed.",
  DRAFTS_KEEP: "{count} unsigned drafts keep their figures and follow the new value when drafted anew.",
  DRAFTS_JUDGED: "{count} unsigned drafts are judged anew when they are signed.",
  DRAFTS_INELIGIBLE: "{count} drafts are without a check of the right to buy: forbidden, they cannot be signed.",
  APPROVALS_KEEP: "{count} open discount approvals keep their approvers and their end.",
  TO_POOL: "{count} customers go to the public pool.",
  FROM_POOL: "{count} customers come back from the pool to their owner.",
  FEES_KEEP: "{count} signed contracts keep the late fee of the day they were signed.",
  FEES_WITH_CONTRACT:
    "{count} signed subscriptions keep the late fee of their day, until a contract brings the one of its own.",
  DEALS_WITHOUT_PERMIT: "{count} deals under way hold a unit without a permit.",
  DEALS_MORTGAGED: "{count} deals under way hold a mortgaged unit without the bank's consent.",
  UNITS_ABOVE_FILED: "{count} units are listed above their filed price.",
  UNITS_WITHOUT_FILED: "{count} units for sale have no filed price of their own.",
  UNITS_UNPUBLISHED: "{count} permitted units are late to be on sale by the new value.",
  PEOPLE_DUE: "{count} people who never bought are due to be erased by the new value.",
  UNFILED_LATE: "{count} contracts not filed are late by the new value.",
};
