import express, { type Request, type Response } from "express";
import { z } from "zod";
import { Refused } from "~/domain/refusal";
import { credentialOf } from "~/platform/credential.server";
import { newId } from "~/platform/id.server";
import { Misshapen } from "./misshapen";

const MAX_KB = 256;
/** The one character that PostgreSQL's text cannot hold, as JSON writes it. */
const NUL = /(?<!\\)(?:\\\\)*\\u0000/;
const KEY = /^[\x21-\x7e]{1,200}$/;

const readJson = express.json({ limit: MAX_KB * 1024, type: "application/json", strict: true });

/**
 * What the caller shows. A session's cookie counts for questions alone: a page of somebody else's cannot make a browser
 * change anything here.
 */
export function credentialIn(req: Request) {
  const headers = new Headers();
  if (req.headers.authorization) headers.set("Authorization", req.headers.authorization);
  const asks = req.method === "GET" || req.method === "HEAD";
  if (asks && req.headers.cookie) headers.set("Cookie", req.headers.cookie);
  return credentialOf(headers);
}

/** The body as JSON. Refuses another media type, one that is too large, and what is no JSON. */
export async function bodyOf(req: Request, res: Response): Promise<unknown> {
  if (!req.is("application/json")) throw new Refused({ code: "media_type_refused" });
  await new Promise<void>((done, failed) => readJson(req, res, (error) => (error ? failed(refusalOf(error)) : done())));
  return req.body;
}

/** The Idempotency-Key; a new one where the operation can do without. */
export function keyOf(req: Request, needed: boolean): string {
  const given = req.get("Idempotency-Key");
  if (given === undefined && !needed) return newId();
  if (given === undefined || !KEY.test(given)) throw new Refused({ code: "idempotency_key_missing" });
  return given;
}

/** What was sent, as the operation's schema reads it; throws `Misshapen` with every fault and its place. */
export function checked(schema: z.ZodObject | null, given: unknown, part: Misshapen["part"]): unknown {
  if (!schema) return {};
  if (NUL.test(JSON.stringify(given))) throw new Refused({ code: "request_unreadable" });
  const read = schema.safeParse(given);
  if (!read.success) throw new Misshapen(part, given, read.error.issues);
  return read.data;
}

const readFault = z.object({ type: z.string() });

function refusalOf(error: unknown): unknown {
  const type = readFault.safeParse(error).data?.type;
  if (type === "entity.too.large") return new Refused({ code: "request_too_large", params: { max: MAX_KB } });
  if (type === "charset.unsupported" || type === "encoding.unsupported")
    return new Refused({ code: "media_type_refused" });
  // The caller went away, or sent what cannot be read.
  return type === undefined ? error : new Refused({ code: "request_unreadable" });
}
