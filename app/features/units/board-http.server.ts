import type { Express, Request, Response } from "express";
import { reachOf } from "~/domain/permission";
import type { RefusalCode } from "~/domain/refusal";
import { textsFor } from "~/i18n/catalogue.server";
import { findCaller } from "~/platform/caller.server";
import { databaseNow } from "~/platform/clock.server";
import type { Ctx } from "~/platform/context.server";
import { credentialOf } from "~/platform/credential.server";
import { troubleOf } from "~/platform/database-trouble.server";
import { log } from "~/platform/log.server";
import { sendProblem } from "~/platform/problem.server";
import { endOnStop } from "~/platform/shutdown.server";
import { VERSION_BESIDE } from "./board-changes.server";
import { followBoard } from "./board-hub.server";
import { getPackedBoard, type PackedBoard } from "./board-snapshot.server";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A browser that hears nothing for a little over two beats takes the line for dead (board-connection.ts). */
const BEAT_MS = 5_000;
const RECHECK_MS = 60_000;
/** A reader who does not take what is sent is dropped; he comes back and goes on where he was. */
const MAX_UNSENT = 1024 * 1024;

/** The hot paths of the board: the whole as one packed answer, and what changes as a stream of events. */
export function mountBoardApi(app: Express): void {
  app.get("/api/v1/projects/:id/board", answering(sendBoard));
  app.get("/api/v1/projects/:id/board/events", answering(sendEvents));
}

/** Who reads, and the version of the board in that moment. */
type Reader = { ctx: Ctx; version: number };
type Answer = (reader: Reader, req: Request, res: Response) => Promise<void>;

function answering(answer: Answer) {
  return async (req: Request, res: Response): Promise<void> => {
    res.setHeader("X-Content-Type-Options", "nosniff");
    try {
      const reader = await findReader(req);
      if (typeof reader === "string") problem(res, reader);
      else await answer(reader, req, res);
    } catch (error) {
      log.error({ err: error }, "the board failed");
      if (!res.headersSent) problem(res, troubleOf(error) ?? "server_failed");
      else res.end();
    }
  };
}

/** Who reads every unit of this project; a project out of reach does not exist. */
async function findReader(req: Request): Promise<Reader | RefusalCode> {
  const headers = new Headers();
  for (const name of ["authorization", "cookie"] as const) headers.set(name, req.headers[name] ?? "");
  const credential = await credentialOf(headers);
  const id = req.params.id ?? "";
  const found = credential ? await findCaller(credential, UUID.test(id) ? { id } : null, VERSION_BESIDE) : null;
  if (!found) return "token_refused";
  if (!found.ctx) return "not_found";
  return reachOf(found.ctx.permissions, "unit:read") === "scope"
    ? { ctx: found.ctx, version: Number(found.beside) }
    : "not_permitted";
}

function problem(res: Response, code: RefusalCode): void {
  sendProblem(res, { code }, textsFor("zh-CN").refusal({ code }));
}

async function sendBoard({ ctx, version }: Reader, req: Request, res: Response): Promise<void> {
  const board = await getPackedBoard(ctx.projectId, ctx.now, version);
  res.setHeader("ETag", board.etag);
  res.setHeader("Cache-Control", "private, no-cache");
  res.setHeader("Vary", "Accept-Encoding, Authorization, Cookie");
  if (req.headers["if-none-match"] === board.etag) return void res.status(304).end();
  const [body, encoding] = bodyFor(board, req);
  if (encoding) res.setHeader("Content-Encoding", encoding);
  res.setHeader("Content-Type", "application/json; charset=utf-8");
  res.setHeader("Content-Length", body.length);
  res.end(body);
}

function bodyFor(board: PackedBoard, req: Request): [Buffer, string | null] {
  const encoding = req.acceptsEncodings("br", "gzip", "identity");
  if (encoding === "br") return [board.brotli, "br"];
  return encoding === "gzip" ? [board.gzip, "gzip"] : [board.plain, null];
}

async function sendEvents({ ctx }: Reader, req: Request, res: Response): Promise<void> {
  const since = Number(req.headers["last-event-id"] ?? req.query.since ?? Number.NaN);
  if (!Number.isSafeInteger(since) || since < 0) return problem(res, "value_invalid");
  const stream = openStream(res);
  const clock = (await databaseNow()).getTime() - Date.now();
  const now = () => ({ now: Date.now() + clock });
  stream("hello", now());
  const leave = followBoard(ctx.projectId, since, ({ cursor: { version }, delta }) => {
    if (delta) stream("units", delta, version);
    else stream("reset", { version }, version);
  });
  const heartbeat = setInterval(() => stream("beat", now()), BEAT_MS);
  const recheck = setInterval(() => void stillAllowed(req, res), RECHECK_MS);
  open.add(res);
  res.on("close", () => {
    open.delete(res);
    clearInterval(heartbeat);
    clearInterval(recheck);
    leave();
  });
}

const open = new Set<Response>();
endOnStop("board streams", () => {
  for (const res of open) res.end();
});

function openStream(res: Response) {
  res.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  res.write("retry: 1000\n\n");
  return (event: string, data: unknown, id?: number) => {
    if (res.writableLength > MAX_UNSENT) return void res.destroy();
    res.write(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
}

/** A session that ended, or a grant taken away, ends the stream. */
async function stillAllowed(req: Request, res: Response): Promise<void> {
  const reader = await findReader(req).catch(() => null);
  if (typeof reader === "string") res.end();
}
