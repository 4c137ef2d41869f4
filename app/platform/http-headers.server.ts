import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

type Mode = { hotReload: boolean; https: boolean };

const NO_NONCE = "";

/** A fresh nonce and request id for each request, in `res.locals`. */
export const identifyRequest: RequestHandler = (_req, res, next) => {
  res.locals.cspNonce = randomUUID();
  res.locals.requestId = randomUUID();
  res.setHeader("X-Request-Id", res.locals.requestId);
  next();
};

/**
 * Only our own scripts run, only those with this request's nonce or from our own files; nobody frames us; forms go
 * home. Under Vite's dev server scripts and styles are inlined by its client, so there the rule is relaxed.
 */
export function securityHeaders({ hotReload, https }: Mode): RequestHandler {
  const nonce = (_req: unknown, res: unknown) => `'nonce-${nonceOf(res)}'`;
  const own = hotReload ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": own,
        "script-src-attr": ["'none'"],
        "style-src": own,
        // Widths of bars and colours of charts are style attributes; they cannot load or run anything.
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": hotReload ? ["'self'", "ws:"] : ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "manifest-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        ...(https ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: "deny" },
  });
}

function nonceOf(res: unknown): string {
  const locals = (res as { locals?: { cspNonce?: unknown } }).locals;
  return typeof locals?.cspNonce === "string" ? locals.cspNonce : NO_NONCE;
}
