/** What an entry of the ledger records. */
export const LEDGER_KINDS = [
  "SCHEDULE",
  "SCHEDULE_VOIDED",
  "PAYMENT",
  "PAYMENT_REVERSED",
  "RECEIPT",
  "RECEIPT_REVERSED",
  "RECEIPT_RELEASED",
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];
