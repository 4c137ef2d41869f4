/** What the interface for machines refuses before any command is asked, or what it cannot answer. */
export const INTERFACE = [
  "token_refused",
  "request_unreadable",
  "idempotency_key_missing",
  "method_refused",
  "request_too_large",
  "media_type_refused",
  "server_failed",
  "database_away",
  "database_full",
  "database_crowded",
] as const;
