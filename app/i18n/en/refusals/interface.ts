import type { INTERFACE } from "~/domain/refusals/interface";

export const interfaceWords: Record<(typeof INTERFACE)[number], string> = {
  token_refused: "The access token is missing or no longer valid; send it as Authorization: Bearer.",
  request_unreadable: "The request's body is not valid JSON.",
  idempotency_key_missing:
    "A request that claims a unit or moves money needs the header Idempotency-Key (1–200 visible characters); send the same again when you repeat it.",
  method_refused: "This address does not take that method.",
  request_too_large: "The request's body is too large[; {max} KB at most].",
  media_type_refused: "The request's body must be application/json in UTF-8.",
  server_failed:
    "Something failed here; the request can be repeated under the same Idempotency-Key. Tell the administrator the request id.",
  database_away:
    "The database cannot be reached just now. Try again in a moment; the same form sent again counts only once.",
  database_full:
    "The server's disk is full, so nothing can be saved just now. What was saved is safe. Have the administrator free some space, then try again.",
  database_crowded:
    "The database takes no more connections just now. Try again in a moment; if it goes on, tell the administrator.",
};
