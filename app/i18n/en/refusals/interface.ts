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
};
