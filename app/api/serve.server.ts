import { createHash } from "node:crypto";
import { type Express, type Request, type Response, Router } from "express";
import { z } from "zod";
import { type Refusal, type RefusalCode, Refused } from "~/domain/refusal";
import { listProjects } from "~/features/projects/list-projects.server";
import { textsFor } from "~/i18n/catalogue.server";
import type { Texts } from "~/i18n/texts";
import { type Found, findCaller, type Place } from "~/platform/caller.server";
import type { Credential } from "~/platform/credential.server";
import { troubleOf } from "~/platform/database-trouble.server";
import { log } from "~/platform/log.server";
import { sendProblem } from "~/platform/problem.server";
import { countUse } from "~/platform/rate-limit.server";
import { Misshapen } from "./misshapen";
import { describeApi } from "./openapi.server";
import type { Operation } from "./operation.server";
import { OPERATIONS } from "./operations.server";
import { bodyOf, checked, credentialIn, keyOf } from "./request.server";

const BASE = "/api/v1";
/** Bad tokens from one address, per minute. */
const BAD_TOKENS = { times: 60, seconds: 60 };

/** Puts every operation on the app, beside their description; what else is asked for below /api is not found. */
export function mountApi(app: Express): void {
  const router = Router();
  const description = JSON.stringify(describeApi(OPERATIONS));
  router.get("/openapi.json", (req, res) => sendRead(req, res, description));
  for (const path of new Set(OPERATIONS.map((operation) => operation.path))) {
    const operations = OPERATIONS.filter((operation) => operation.path === path);
    const route = router.route(path.replace("{id}", ":id"));
    for (const operation of operations) route[operation.method]((req, res) => answer(operation, req, res));
    const methods = operations.map(({ method }) => method.toUpperCase()).join(", ");
    route.all((req, res) => {
      res.setHeader("Allow", methods);
      refuse(req, res, { code: "method_refused" });
    });
  }
  router.use((req, res) => refuse(req, res, { code: "not_found" }));
  app.use(BASE, router);
}

async function answer(operation: Operation, req: Request, res: Response): Promise<void> {
  let locale: Found["caller"]["locale"] | undefined;
  try {
    const { found, ...asked } = await readRequest(operation, req, res);
    locale = found.caller.locale;
    const given: unknown = await operation.carryOut({ ...asked, found, ctx: found.ctx });
    const body = JSON.stringify(operation.answer.parse(wired(given)));
    if (operation.method === "get") return sendRead(req, res, body);
    // A trial changes nothing and makes nothing.
    const status = Reflect.get(Object(asked.query), "preview") === "true" ? 200 : operation.status;
    res.status(status).setHeader("Cache-Control", "no-store").type("application/json").end(body);
  } catch (error) {
    fail(req, res, error, locale);
  }
}

/** Who asks, where, and for what: each checked in the order in which a refusal tells a stranger least. */
async function readRequest(operation: Operation, req: Request, res: Response) {
  const id = req.params.id ?? "";
  const { at } = operation;
  const credential = await credentialIn(req);
  const place = at === "named" || at === "anywhere" ? null : placeOf(at, id);
  const signedIn = credential && (await findCaller(credential, place));
  if (!signedIn || !credential) throw await strangerRefused(req, credential !== null);
  if (place && !signedIn.ctx) throw new Refused({ code: "not_found" });
  const query = checked(operation.query, req.query, "query");
  const body = operation.body ? checked(operation.body, await bodyOf(req, res), "body") : null;
  const key = operation.method === "post" ? keyOf(req, operation.once) : "";
  const found = at === "named" ? await atNamed(operation, credential, signedIn, { query, body }) : signedIn;
  if (found.ctx) found.ctx = { ...found.ctx, requestId: res.locals.requestId };
  return { found, id, key, query, body };
}

function placeOf(at: Exclude<Operation["at"], "named" | "anywhere">, id: string): Place {
  if (!z.uuid().safeParse(id).success) throw new Refused({ code: "not_found" });
  return at === "project" ? { id } : { of: at, id };
}

/** The project that query or body names, the one of what they are about, or the only one that the caller reaches. */
async function atNamed(
  { place, method }: Operation,
  credential: Credential,
  signedIn: Found,
  { query, body }: { query: unknown; body: unknown },
): Promise<Found> {
  const named = z.object({ projectId: z.string().optional() }).parse(method === "get" ? query : body).projectId;
  const about = named ? { id: named } : body ? place(body) : null;
  const where = about ?? (await onlyProject(signedIn, method));
  const found = await findCaller(credential, where);
  if (!found?.ctx) throw new Refused({ code: "not_found" });
  return found;
}

async function onlyProject({ grants }: Found, method: Operation["method"]): Promise<Place> {
  const [only, other] = await listProjects(grants);
  if (only && !other) return { id: only.id };
  if (!only) throw new Refused({ code: "not_found" });
  throw new Misshapen(method === "get" ? "query" : "body", {}, [
    { code: "custom", path: ["projectId"], message: "several projects", input: undefined },
  ]);
}

async function strangerRefused(req: Request, shown: boolean): Promise<Refused> {
  if (shown) await countUse(`api-token:${req.ip}`, BAD_TOKENS);
  return new Refused({ code: "token_refused" });
}

/** As JSON will have it: instants as text, whole numbers as numbers. */
function wired(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, part) => (typeof part === "bigint" ? Number(part) : part)));
}

/** Answers a question, or says that nothing has changed since the answer that the caller has. */
function sendRead(req: Request, res: Response, body: string): void {
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  res.setHeader("ETag", etag).setHeader("Cache-Control", "private, no-cache");
  res.vary("Authorization").vary("Cookie");
  const known = (req.headers["if-none-match"] ?? "").split(",").map((tag) => tag.trim());
  if (known.includes(etag)) res.status(304).end();
  else res.status(200).type("application/json").end(body);
}

function fail(req: Request, res: Response, error: unknown, locale?: Texts["locale"]): void {
  if (error instanceof Refused) {
    refuse(req, res, error.refusal, locale);
    return;
  }
  const texts = textsOf(req, locale);
  if (error instanceof Misshapen) {
    const errors = error.faults.map(({ code, at, params }) => {
      return { code, detail: texts.refusal({ code, ...(params && { params }) }), ...at };
    });
    const code: RefusalCode = "value_invalid";
    sendProblem(res, { code }, texts.refusal({ code }), errors);
    return;
  }
  log.error({ err: error, requestId: res.locals.requestId, path: req.path }, "the interface failed");
  refuse(req, res, { code: troubleOf(error) ?? "server_failed" }, locale);
}

function refuse(req: Request, res: Response, refusal: Refusal, locale?: Texts["locale"]): void {
  if (res.headersSent) return void res.destroy();
  sendProblem(res, refusal, textsOf(req, locale).refusal(refusal));
}

/** In the language that the request asks for, else in the caller's own. */
function textsOf(req: Request, locale: Texts["locale"] = "zh-CN"): Texts {
  const asked = req.headers["accept-language"] ? req.acceptsLanguages("zh-CN", "zh", "en") : false;
  if (asked === "en") return textsFor("en");
  return textsFor(asked && req.headers["accept-language"] !== "*" ? "zh-CN" : locale);
}
