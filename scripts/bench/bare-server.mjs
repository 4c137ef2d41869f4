import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { buffer, json } from "node:stream/consumers";
import pg from "pg";
import { plainHold } from "./plain-hold.mjs";

// The limit of what goes through HTTP: node:http and pg, nothing between. It keeps one body in memory and hands it
// out, and it tries to write a hold for whoever shows a token.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16, options: "-c TimeZone=UTC" });
const secret = () => readFileSync(join(process.env.LOUPAN_HOME ?? "", "secrets", "session-secret"), "utf8").trim();
let key = "";
let kept = { body: Buffer.alloc(0), etag: "", encoding: "identity" };

const CALLER = `SELECT u.id, clock_timestamp() AS now FROM "ApiToken" k JOIN "User" u ON u.id = k."userId"
  WHERE k."tokenHash" = $1 AND k."revokedAt" IS NULL AND u."disabledAt" IS NULL`;
const HOLDER = `SELECT u.name AS by, c.since FROM "Claim" c JOIN "Deal" d ON d.id = c."dealId"
  JOIN "User" u ON u.id = d."consultantId" WHERE c."unitId" = $1 AND c."endedAt" IS NULL`;

const server = createServer((req, res) => {
  const answer = req.method === "POST" ? hold : req.method === "PUT" ? keep : hand;
  void Promise.resolve(answer(req, res)).catch(() => res.writeHead(500).end());
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ listening: { host: "127.0.0.1", port: server.address().port } });
});
process.once("SIGTERM", async () => {
  server.closeAllConnections();
  server.close();
  await pool.end();
  process.exit(0);
});

async function keep(req, res) {
  const { etag, "content-encoding": encoding } = req.headers;
  kept = { body: await buffer(req), etag: etag ?? "", encoding: encoding ?? "identity" };
  res.writeHead(204).end();
}

function hand(req, res) {
  if (req.headers["if-none-match"] === kept.etag) return res.writeHead(304, { ETag: kept.etag }).end();
  const { body, etag, encoding } = kept;
  res.writeHead(200, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": body.length,
    "Content-Encoding": encoding,
    ETag: etag,
  });
  return res.end(body);
}

async function hold(req, res) {
  key ||= secret();
  const token = (req.headers.authorization ?? "").slice("Bearer ".length);
  const hash = createHmac("sha256", key).update(token).digest("hex");
  const { projectId, unitId, customerId } = await json(req);
  const { rows } = await pool.query({ name: "caller", text: CALLER, values: [hash] });
  if (!rows[0]) return res.writeHead(401).end();
  if (await tried({ projectId, unitId, customerId, actorId: rows[0].id, now: rows[0].now })) return tell(res, 201, {});
  const { rows: holders } = await pool.query({ name: "holder", text: HOLDER, values: [unitId] });
  return tell(res, 409, holders[0]);
}

async function tried(wanted) {
  try {
    return await plainHold(pool, wanted, { ifFree: true });
  } catch (error) {
    if (error.constraint === "Claim_one_open_per_unit") return false;
    throw error;
  }
}

function tell(res, status, value) {
  res.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(value));
}
