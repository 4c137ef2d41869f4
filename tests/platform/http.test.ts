import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyWithinLimit, MAX_FORM_BYTES, MAX_UPLOAD_BYTES } from "~/platform/http-body.server";
import { identifyRequest, securityHeaders } from "~/platform/http-headers.server";
import { ownOriginOnly } from "~/platform/http-origin.server";

let server: Server;
let base: string;

beforeAll(async () => {
  const app = express();
  app.use(
    identifyRequest,
    securityHeaders({ hotReload: false, https: true }),
    ownOriginOnly("https://sales.example.com"),
    bodyWithinLimit,
  );
  app.all("*", (_req, res) => void res.json(res.locals));
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

describe("security headers", () => {
  it("allow only scripts with this answer's nonce", async () => {
    const [first, second] = await Promise.all([fetch(base), fetch(base)]);
    const { cspNonce } = (await first.json()) as { cspNonce: string };
    const policy = first.headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain(`script-src 'self' 'nonce-${cspNonce}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("upgrade-insecure-requests");
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toContain("unsafe");
    expect(second.headers.get("Content-Security-Policy")).not.toContain(cspNonce);
  });

  it("are all there", async () => {
    const { headers } = await fetch(base);
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Strict-Transport-Security")).toContain("max-age=31536000");
  });
});

describe("own origin only", () => {
  const post = async (headers: Record<string, string>) => (await fetch(base, { method: "POST", headers })).status;

  it("lets our own pages act", async () => {
    expect(await post({ Origin: base })).toBe(200);
    expect(await post({ Origin: "https://sales.example.com" })).toBe(200);
    expect(await post({})).toBe(200);
  });

  it("refuses a stranger's page, a sandboxed one and nonsense", async () => {
    expect(await post({ Origin: "https://evil.example" })).toBe(403);
    expect(await post({ Origin: "null" })).toBe(403);
    expect(await post({ Origin: "https://sales.example.com.evil.example" })).toBe(403);
  });

  it("lets a client with a token act, and anyone read", async () => {
    expect(await post({ Origin: "https://evil.example", Authorization: "Bearer x" })).toBe(200);
    expect((await fetch(base, { headers: { Origin: "https://evil.example" } })).status).toBe(200);
  });
});

describe("a body", () => {
  const FORM = "application/x-www-form-urlencoded";
  /** The answer to a request that says how long it is, and is not sent to its end. */
  function announced(headers: Record<string, string | number>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const sending = request(base, { method: "POST", headers }, (answer) => {
        resolve(answer.statusCode);
        sending.destroy();
      });
      sending.on("error", reject).flushHeaders();
    });
  }

  it.each([
    [FORM, MAX_FORM_BYTES, 200],
    [FORM, MAX_FORM_BYTES + 1, 413],
    ["text/plain", MAX_FORM_BYTES + 1, 413],
    ["multipart/form-data; boundary=x", MAX_FORM_BYTES + 1, 200],
    ["multipart/form-data; boundary=x", MAX_UPLOAD_BYTES, 200],
    ["multipart/form-data; boundary=x", MAX_UPLOAD_BYTES + 1, 413],
  ])("of %s and %i bytes is answered with %i", async (type, length, status) => {
    expect(await announced({ "Content-Type": type, "Content-Length": length })).toBe(status);
  });

  it("of unknown length is not read", async () => {
    expect(await announced({ "Content-Type": FORM, "Transfer-Encoding": "chunked" })).toBe(411);
  });
});
