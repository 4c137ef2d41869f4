/** What the interface for machines refuses before any command is asked, or cannot answer. */
export const INTERFACE = [
  "token_refused",
  "request_unreadable",
  "idempotency_key_missing",
  "method_refused",
  "request_too_large",
  "media_type_refused",
  "server_failed",
] as const;
