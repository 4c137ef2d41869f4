import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { closeDb } from "~/platform/db.server";
import { serveHealth, timeRequests } from "~/platform/http-health.server";
import { startJobs, stopJobs } from "~/platform/jobs.server";
import { closeLive } from "~/platform/live.server";

const token = vi.hoisted(() => {
  process.env.METRICS_TOKEN = "only-the-monitor-knows";
  return process.env.METRICS_TOKEN;
});

let server: Server;
let base: string;

beforeAll(async () => {
  const app = express();
  // As behind a proxy of the office, so that somebody can come from elsewhere.
  app.set("trust proxy", 1);
  app.use(timeRequests);
  serveHealth(app);
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  delete process.env.METRICS_TOKEN;
  await closeLive();
  await closeDb();
});

const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${base}${path}`, { headers });
const elsewhere = { "X-Forwarded-For": "203.0.113.7" };

it("is up, and can work as soon as database, schema and jobs are there", async () => {
  expect(await (await ask("/healthz")).json()).toEqual({ ok: true });
  const before = await ask("/readyz");
  expect(before.status).toBe(503);
  expect(await before.json()).toEqual({ ready: false, database: true, migrations: true, jobs: false });
  await startJobs();
  const ready = await ask("/readyz");
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({ ready: true, database: true, migrations: true, jobs: true });
  await stopJobs();
  expect((await ask("/readyz")).status).toBe(503);
});

it("tells its figures to this machine and to whoever shows the token", async () => {
  const own = await ask("/metrics");
  expect(own.status).toBe(200);
  expect(own.headers.get("Content-Type")).toMatch(/^text\/plain;.* version=0\.0\.4$/);
  const text = await own.text();
  for (const line of text.trim().split("\n"))
    expect(line).toMatch(/^# (HELP|TYPE) \w+ .+$|^\w+(\{\w+="\w+"\})? [\d.e+-]+$/);
  expect(text).toMatch(/^loupan_http_requests_total\{status="2xx"\} \d+$/m);
  expect(text).toMatch(/^loupan_pool_connections\{state="open"\} \d+$/m);
  expect((await ask("/metrics", { ...elsewhere, Authorization: `Bearer ${token}` })).status).toBe(200);
});

it("keeps its figures from everybody else", async () => {
  expect((await ask("/metrics", elsewhere)).status).toBe(403);
  expect((await ask("/metrics", { ...elsewhere, Authorization: "Bearer only-the-monitor-knew" })).status).toBe(403);
  expect((await ask("/metrics", { ...elsewhere, Authorization: "Bearer " })).status).toBe(403);
});
