import type { IncomingHttpHeaders } from "node:http";
import type { RequestHandler } from "express";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A form on a stranger's page must not act with our cookie: what changes something has to come from our own pages.
 * Browsers send Sec-Fetch-Site or Origin with every such request; a client with a bearer token sends no cookie.
 */
export function ownOriginOnly(publicUrl: string | null): RequestHandler {
  const publicHost = publicUrl && new URL(publicUrl).host;
  return (req, res, next) => {
    const fromUs = READING.has(req.method) || bearer(req.headers.authorization) || sameSite(req.headers, publicHost);
    if (fromUs) return next();
    res.status(403).type("text/plain").send("This request did not come from our own pages. 请求来源不符。");
  };
}

function sameSite(headers: IncomingHttpHeaders, publicHost: string | null): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  if (headers.origin === undefined) return true;
  const host = URL.canParse(headers.origin) ? new URL(headers.origin).host : null;
  return host !== null && (host === publicHost || host === headers.host);
}

function bearer(authorization: string | undefined): boolean {
  return authorization?.startsWith("Bearer ") ?? false;
}
