/** What an audit entry tells of a change, by name; amounts end in Fen, rates in Ppm. */
const AUDIT_FIELDS = [
  ...([
    "actualOn",
    "advanceFen",
    "alike",
    "allocated",
    "amount",
    "amountFen",
    "approvalId",
    "areaBasis",
    "bankConsentOn",
  ] as const),
  ...([
    "batch",
    "byId",
    "code",
    "complete",
    "count",
    "dealFen",
    "dueOn",
    "edition",
    "effectiveAt",
    "eligible",
  ] as const),
  ...([
    "event",
    "fields",
    "file",
    "fileName",
    "forId",
    "from",
    "fromId",
    "fromOn",
    "ground",
    "holdUntil",
    "id",
  ] as const),
  ...([
    "imported",
    "inPlaceOf",
    "issuedOn",
    "item",
    "kind",
    "lines",
    "list",
    "login",
    "mail",
    "method",
    "months",
  ] as const),
  ...(["mortgaged", "name", "number", "on", "opensAt", "ownerId", "payBy", "payer", "personId", "planId"] as const),
  ...(["plannedOn", "priceFen", "purpose", "receipts", "recordNumber", "releaseState", "role", "rows"] as const),
  ...([
    "schemeFen",
    "scope",
    "signBy",
    "signedOn",
    "source",
    "stage",
    "state",
    "status",
    "step",
    "subject",
    "to",
  ] as const),
  ...([
    "toId",
    "unitId",
    "units",
    "until",
    "untilOn",
    "validFrom",
    "validUntil",
    "value",
    "version",
    "versionNo",
  ] as const),
  ...(["interactionId", "paymentId", "reached", "receiptedFen", "updated"] as const),
] as const;
export type AuditField = (typeof AUDIT_FIELDS)[number];

/** States and answers that an entry tells of. */
const AUDIT_VALUES = [
  ...(["APPROVED", "CANCELLED", "CONFIRMED", "CONTRACTED", "DRAFT", "EFFECTIVE", "EXPIRED", "FILED", "HELD"] as const),
  ...(["NONE", "PENDING", "POSTED", "PUBLISHED", "RECORDED", "REJECTED", "RELEASED", "REQUESTED", "RESERVED"] as const),
  ...(["REVERSED", "REVERSAL_ASKED", "SUBMITTED", "SUPERSEDED", "UNRELEASED", "USED", "VOIDED", "WITHDRAWN"] as const),
  ...(["WITHHELD", "false", "true"] as const),
] as const;
export type AuditValue = (typeof AUDIT_VALUES)[number];

/** True where there is a word for it in every language; another name stands as it is. */
export const isAuditField = (name: string): name is AuditField => (AUDIT_FIELDS as readonly string[]).includes(name);
export const isAuditValue = (value: string): value is AuditValue => (AUDIT_VALUES as readonly string[]).includes(value);
