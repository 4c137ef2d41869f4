import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import express from "express";
import pg from "pg";
import { ROOT } from "../root.mjs";
import { CALLER, PLAIN } from "./plain-pages.mjs";

// The limit of the pages: the product's own components in a bare Express, their data read by plain pg. What the
// components are given is what the product's loader gave the first time, so that both render the very same page.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16, options: "-c TimeZone=UTC" });
const secret = () => readFileSync(join(process.env.LOUPAN_HOME ?? "", "secrets", "session-secret"), "utf8").trim();
let key = "";

const build = await import(join(ROOT, "build", "server", "index.js"));
const routes = Object.fromEntries(
  Object.entries(build.routes).map(([id, route]) => [
    id,
    PLAIN[id] ? { ...route, module: plain(id, route.module) } : route,
  ]),
);

const app = express();
app.disable("x-powered-by");
app.all(
  "*",
  createRequestHandler({
    build: { ...build, routes },
    getLoadContext: () => ({ cspNonce: "none", requestId: "none", clientIp: "127.0.0.1" }),
    mode: "production",
  }),
);
const server = app.listen(0, "127.0.0.1", () => {
  process.send?.({ listening: { host: "127.0.0.1", port: server.address().port } });
});
process.once("SIGTERM", () => process.exit(0));

/** A route's module with a loader that reads by plain SQL. */
function plain(id, module) {
  const given = new Map();
  const { statements, second } = PLAIN[id];
  const loader = async (args) => {
    const url = new URL(args.request.url);
    const asked = `${url.pathname}${url.search}`;
    if (!given.has(asked)) given.set(asked, await module.loader(args));
    const project = await projectOf(args);
    const values = [project, ...second({ url, params: args.params })];
    const named = Object.entries(statements).map(([name, text]) =>
      pool.query({ name: `${id} ${name}`.slice(-60), text, values }),
    );
    await Promise.all(named);
    return given.get(asked);
  };
  return { ...module, loader };
}

/** Who asks, by the session's cookie, and where. */
async function projectOf({ request, params }) {
  key ||= secret();
  const cookie = /(?:^|; )loupan=([^;]+)/.exec(request.headers.get("Cookie") ?? "")?.[1] ?? "";
  const token = JSON.parse(Buffer.from(decodeURIComponent(cookie), "base64").toString());
  const hash = createHmac("sha256", key).update(token).digest("hex");
  const { rows } = await pool.query({ name: "caller", text: CALLER, values: [hash, params.project] });
  if (!rows[0]) throw new Response(null, { status: 401 });
  return rows[0].project;
}
