/** What the audit trail says was done, by the noun of it: `hold: ["placed"]` is "hold.placed". */
const ACTIONS = {
  api_token: ["issued", "revoked"],
  approval: ["asked", "approved", "rejected", "withdrawn", "expired", "used"],
  backup: ["asked"],
  calendar: ["changed"],
  contract: ["asked", "signed"],
  customer: [
    ...(["registered", "edited", "buyer_completed", "phone_revealed", "id_number_revealed"] as const),
    ...(["claimed", "transferred", "returned", "erased"] as const),
  ],
  discount_scheme: ["drafted", "published", "withdrawn"],
  filing: ["filed", "recorded"],
  grant: ["given", "ended"],
  hold: ["placed", "extended", "released", "cancelled", "expired"],
  import_profile: ["saved"],
  interaction: ["recorded"],
  list: ["exported"],
  message: ["sent_again"],
  message_choice: ["wanted", "declined"],
  milestone: ["recorded"],
  paper: ["printed", "issued"],
  payment: ["recorded", "split", "reversed"],
  payment_plan: ["drafted", "published", "withdrawn"],
  permit: ["recorded", "units_assigned"],
  price_list: [
    ...(["drafted", "redrafted", "requested", "approved", "sent_back", "withdrawn", "revoked"] as const),
    ...(["took_effect", "superseded"] as const),
  ],
  project: ["created"],
  quotation: ["printed"],
  receipt: ["reversed"],
  release_batch: [
    ...(["drafted", "redrafted", "requested", "approved", "sent_back", "withdrawn", "cancelled"] as const),
    "released",
  ],
  schedule: ["created", "dated", "voided"],
  session: ["ended"],
  setting: ["changed"],
  subscription: [
    ...(["drafted", "redrafted", "unit_confirmed", "signed", "took_effect"] as const),
    ...(["sign_by_extended", "voided_unpaid"] as const),
  ],
  substitution: ["set", "ended"],
  unit: [
    ...(["withheld", "withholding_lifted", "withholding_expired", "pulled_back"] as const),
    ...(["corrected", "flagged"] as const),
  ],
  units: ["imported"],
  user: [
    ...(["created", "made_administrator", "mail_changed", "password_changed", "password_reset"] as const),
    ...(["disabled", "enabled"] as const),
  ],
} as const;

type Nouns = typeof ACTIONS;
/** "noun.verb", e.g. "hold.placed" */
export type AuditAction = { [Noun in keyof Nouns]: `${Noun}.${Nouns[Noun][number]}` }[keyof Nouns];

/** Every action, in the order of the nouns. */
export const AUDIT_ACTIONS: readonly AuditAction[] = Object.entries(ACTIONS).flatMap(([noun, verbs]) =>
  verbs.map((verb) => `${noun}.${verb}` as AuditAction),
);

/** What it was done to. */
export type AuditNoun =
  | ("approval" | "building" | "calendar" | "customer" | "deal" | "discount_scheme" | "import" | "import_profile")
  | ("job_run" | "message" | "payment" | "payment_plan" | "permit" | "person" | "price_list" | "project" | "receipt")
  | ("release_batch" | "setting" | "substitution" | "unit" | "user");
/** "noun:id" */
export type AuditSubject = `${AuditNoun}:${string}`;
