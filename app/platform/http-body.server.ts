import type { RequestHandler } from "express";

/** The longest form without a file, in bytes: a price list of 20 000 units as typed text. */
export const MAX_FORM_BYTES = 4 * 1024 * 1024;

/** With files, in bytes. What reads a file has a limit of its own, far below, and says so beside its field. */
export const MAX_UPLOAD_BYTES = 64 * 1024 * 1024;

/**
 * Refuses a body before it is read when it is longer than any of ours, or does not say how long it is: pages read their
 * forms into memory. Browsers always say it.
 */
export const bodyWithinLimit: RequestHandler = (req, res, next) => {
  const limit = req.is("multipart/form-data") ? MAX_UPLOAD_BYTES : MAX_FORM_BYTES;
  const refusal = refusalOf(req.headers["transfer-encoding"], Number(req.headers["content-length"] ?? 0), limit);
  if (!refusal) return next();
  const [status, words] = refusal;
  res.status(status).set("Connection", "close").type("text/plain").send(words);
};

function refusalOf(encoding: string | undefined, bytes: number, limit: number): [number, string] | null {
  if (encoding) return [411, "Say how long the request is (Content-Length). 请求须注明长度。"];
  if (bytes > limit)
    return [413, `Too large: at most ${limit / 1024 / 1024} MB. 内容过大，最多 ${limit / 1024 / 1024} MB。`];
  return null;
}
