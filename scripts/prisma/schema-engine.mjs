#!/usr/bin/env node
// Stands in for the native schema engine that Prisma's CLI would download: it speaks the same JSON-RPC over standard
// input and output and has the work done by the WebAssembly build of that engine, which npm delivers.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { MigrationAdapter } from "./migration-adapter.mjs";

const require = createRequire(import.meta.url);
const GLUE = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");

/** PostgreSQL's and the system's error codes, as Prisma's CLI knows them. */
const CLI_CODES = {
  "3D000": "P1003",
  "28P01": "P1000",
  28000: "P1010",
  "42P04": "P1009",
  ECONNREFUSED: "P1001",
  ENOTFOUND: "P1001",
};
const UNKNOWN_RPC_ERROR = 4466;
/** Our own requests to the CLI must not share ids with its requests to us. */
const FIRST_OWN_ID = 1_000_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    version: { type: "boolean", short: "V" },
  },
});
const url = (values.datasource ? JSON.parse(values.datasource).url : undefined) ?? process.env.DATABASE_URL;

if (values.version) printVersion();
else if (positionals[0] === "cli") await runCli(positionals[1]);
else serveRpc();

function printVersion() {
  const { version } = JSON.parse(readFileSync(GLUE.replace(/[^/\\]*$/, "package.json"), "utf8"));
  console.log(`schema-engine-cli-wasm ${version.split(/[.-]/).at(-1)}`);
}

/** The one-shot commands: can-connect-to-database, create-database, drop-database. */
async function runCli(command) {
  const target = new URL(url);
  const name = pg.escapeIdentifier(decodeURIComponent(target.pathname.slice(1)));
  const maintenance = Object.assign(new URL(url), { pathname: "/postgres", search: "" });
  const commands = {
    "can-connect-to-database": [target, "SELECT 1"],
    "create-database": [maintenance, `CREATE DATABASE ${name}`],
    "drop-database": [maintenance, `DROP DATABASE IF EXISTS ${name}`],
  };
  if (!commands[command]) return failCli(`unknown command: ${command}`, "P1010");
  const [address, sql] = commands[command];
  const client = new pg.Client({ connectionString: address.href });
  try {
    await client.connect();
    await client.query(sql);
  } catch (error) {
    failCli(error.message || String(error), CLI_CODES[error.code] ?? "P1010");
  } finally {
    await client.end().catch(() => {});
  }
}

function failCli(message, error_code) {
  const entry = { timestamp: new Date().toISOString(), level: "ERROR", fields: { message, error_code } };
  process.stderr.write(`${JSON.stringify({ ...entry, target: "schema_engine::logger" })}\n`);
  process.exitCode = 1;
}

/** Answers the CLI's requests one after another, a JSON object a line, until it closes its end. */
function serveRpc() {
  let engine;
  let turn = Promise.resolve();
  let current;
  const refuse = (error) => {
    const message = String(error?.message ?? error);
    const data = { is_panic: false, message, error_code: error?.code };
    send({ id: current, error: { code: UNKNOWN_RPC_ERROR, message, data } });
  };
  const answer = async ({ id, method, params }) => {
    if (!method) return;
    current = id;
    try {
      engine ??= openEngine();
      reply(id, method, await callEngine(await engine, method, params));
    } catch (error) {
      refuse(error);
    }
  };
  // A panic of the engine surfaces outside of the call that it ends.
  process.on("uncaughtException", (error) => {
    refuse(panic ?? error);
    process.exit(1);
  });
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    turn = turn.then(() => answer(JSON.parse(line)));
  });
  // The engine's pools would keep the process alive.
  lines.on("close", () => turn.then(() => process.exit(0)));
}

let panic;

function set_message(message) {
  panic = message;
}

async function openEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message };
  const code = readFileSync(GLUE.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": wasm });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = values.datamodels?.map((file) => [file, readFileSync(file, "utf8")]);
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(url ?? "postgresql://127.0.0.1/none"));
  return wasm.SchemaEngine.new({ datamodels }, () => {}, adapter);
}

function callEngine(engine, method, params) {
  const name = method === "getDatabaseVersion" ? "version" : method;
  if (typeof engine[name] !== "function") throw new Error(`The WebAssembly schema engine has no "${method}".`);
  return engine[name](params);
}

/** The native engine prints a diff by a request of its own and answers with the exit code alone. */
function reply(id, method, result) {
  if (method !== "diff") return send({ id, result: result ?? {} });
  if (result.stdout) send({ id: FIRST_OWN_ID + id, method: "print", params: { content: result.stdout } });
  send({ id, result: { exitCode: result.exitCode } });
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
