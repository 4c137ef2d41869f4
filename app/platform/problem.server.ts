import { STATUS_CODES } from "node:http";
import type { Response } from "express";
import type { Refusal, RefusalCode } from "~/domain/refusal";
import { INPUT } from "~/domain/refusals/input";

/** Where in the request something is wrong: a JSON pointer into the body, or the name of a parameter. */
export type FieldProblem = { code: RefusalCode; detail: string; pointer?: string; parameter?: string };

const MEDIA_TYPE = "application/problem+json";
const CONFLICT = 409;
const UNPROCESSABLE = 422;
const UNAVAILABLE = 503;
/** When to come back while the database is away. */
const RETRY_AFTER_S = 5;

/** The statuses of refusals. What is wrong in itself is 422; everything else stands against the present state: 409. */
const STATUS: ReadonlyMap<RefusalCode, number> = new Map([
  ...INPUT.map((code) => [code, UNPROCESSABLE] as const),
  ["request_unreadable", 400],
  ["idempotency_key_missing", 400],
  ["token_refused", 401],
  ["session_expired", 401],
  ["sign_in_failed", 401],
  ["not_permitted", 403],
  ["origin_refused", 403],
  ["not_your_customer", 403],
  ["not_your_hold", 403],
  ["not_your_request", 403],
  ["not_your_step", 403],
  ["own_request", 403],
  ["same_hand", 403],
  ["not_found", 404],
  ["method_refused", 405],
  ["request_too_large", 413],
  ["media_type_refused", 415],
  ["idempotency_mismatch", UNPROCESSABLE],
  ["rate_limited", 429],
  ["locked_out", 429],
  ["server_failed", 500],
  ["data_key_missing", UNAVAILABLE],
  ["data_key_other", UNAVAILABLE],
  ["database_away", UNAVAILABLE],
  ["database_full", UNAVAILABLE],
  ["database_crowded", UNAVAILABLE],
]);

export function statusOf(code: RefusalCode): number {
  return STATUS.get(code) ?? CONFLICT;
}

/** Answers "no" as RFC 9457 has it: the refusal's code and figures for machines, and words for people. */
export function sendProblem(
  res: Response,
  { code, params }: Refusal,
  detail: string,
  errors?: readonly FieldProblem[],
): void {
  const status = statusOf(code);
  const seconds = params?.seconds;
  if (status === 429 && typeof seconds === "number") res.setHeader("Retry-After", seconds);
  if (status === UNAVAILABLE) res.setHeader("Retry-After", RETRY_AFTER_S);
  if (status === 401) res.setHeader("WWW-Authenticate", "Bearer");
  res.setHeader("Cache-Control", "no-store");
  const body = {
    type: "about:blank",
    title: STATUS_CODES[status],
    status,
    detail,
    code,
    ...(params && { params }),
    ...(errors && { errors }),
    instance: `urn:uuid:${res.locals.requestId}`,
  };
  // Not res.send, which would answer a repeated question with 304.
  res.status(status).setHeader("Content-Type", MEDIA_TYPE).end(JSON.stringify(body));
}
