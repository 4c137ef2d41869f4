import { timingSafeEqual } from "node:crypto";
import type { Express, Request, RequestHandler } from "express";
import { env } from "./env.server";
import { countRequest, metricsText } from "./metrics.server";
import { readiness } from "./ready.server";

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Times every request, for the figures below. */
export const timeRequests: RequestHandler = (_req, res, next) => {
  const began = process.hrtime.bigint();
  res.once("finish", () => countRequest(res.statusCode, Number(process.hrtime.bigint() - began) / 1e9));
  next();
};

/** For whoever watches the process: is it up, can it work, and how it fares. */
export function serveHealth(app: Express): void {
  app.get("/healthz", (_req, res) => void res.json({ ok: true }));
  app.get("/readyz", async (_req, res) => {
    const state = await readiness();
    res.status(state.ready ? 200 : 503).json(state);
  });
  app.get("/metrics", async (req, res, next) => {
    if (!mayWatch(req)) return void res.status(403).type("text/plain").send("A token is needed from outside.");
    try {
      res.type("text/plain; version=0.0.4").send(await metricsText());
    } catch (error) {
      next(error);
    }
  });
}

/** From this machine, or with the token of METRICS_TOKEN. Behind a proxy the sender's own address counts. */
function mayWatch(req: Request): boolean {
  if (LOOPBACK.test(req.ip ?? "")) return true;
  const given = Buffer.from(req.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${env.metricsToken ?? ""}`);
  return env.metricsToken !== null && given.length === wanted.length && timingSafeEqual(given, wanted);
}
