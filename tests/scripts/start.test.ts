import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { transform } from "esbuild";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { faultOf } from "../../scripts/database-at.mjs";
import { temporaryPostgres } from "../../scripts/postgres.mjs";
import { isRunning } from "../../scripts/process-of.mjs";
import { startProduct } from "../support/product";

const cleanUp: (() => unknown)[] = [];

afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

function givenHome(): string {
  const home = mkdtempSync(join(tmpdir(), "loupan-test-"));
  chmodSync(home, 0o711);
  cleanUp.push(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** Runs a script to its end, as a person would see it. */
async function outcome(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: "", PORT: "0", LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const [code] = await once(child, "close");
  return { code, said: said.trim() };
}

/** The product, ended after the test whatever becomes of it. */
async function running(env: Record<string, string>) {
  const product = await startProduct({ DEMO: "never", ...env });
  cleanUp.push(product.stop);
  return product;
}

const start = (env: Record<string, string>) => outcome(["scripts/start.mjs"], { LOUPAN_HOME: givenHome(), ...env });

describe("an entry script", () => {
  const commands = Object.values(JSON.parse(readFileSync("package.json", "utf8")).scripts as Record<string, string>);
  const scripts = commands.flatMap((command) => /^node (scripts\/\S+\.mjs)/.exec(command)?.[1] ?? []);

  it.each(scripts)("%s answers --help", async (script) => {
    const { code, said } = await outcome([script, "--help"]);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^npm (run )?\w+/) });
  });

  it.each(scripts)("%s says so under too old a Node", async (script) => {
    const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.4"})';
    const { code, said } = await outcome(["--import", old, script]);
    expect({ code, said }).toEqual({
      code: 1,
      said: "Loupan needs Node.js 20.19 or newer and this is 18.20.4: install a newer one, then try again.",
    });
  });

  it.each([...scripts, "scripts/run.mjs"])("%s can be read by Node 12", async (script) => {
    const source = readFileSync(script, "utf8");
    const lines = async (target: string) => (await transform(source, { target })).code;
    expect(await lines("node12.22")).toBe(await lines("esnext"));
    expect(source.match(/^import .*/gm) ?? []).toEqual(
      script.endsWith("/run.mjs") ? [] : ['import { run } from "./run.mjs";'],
    );
  });
});

describe("npm start says in one sentence what is wrong", () => {
  it("a port in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    cleanUp.push(() => other.close());
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    expect(await start({ PORT: String(port) })).toEqual({
      code: 1,
      said: `Port ${port} on 127.0.0.1 is in use: stop the program that has it, or choose another port (PORT=${port + 1} npm start).`,
    });
  });

  it.each([
    [{ PORT: "http" }, 'PORT is "http", which is no port: set a number such as 3000.'],
    [{ HOST: "192.0.2.1" }, "Cannot listen on 192.0.2.1 (EADDRNOTAVAIL): correct HOST."],
    [
      { LOUPAN_HOME: "/dev/null/here" },
      "The folder /dev/null/here cannot be used (ENOTDIR): set LOUPAN_HOME to a folder that you own.",
    ],
    [
      { DATABASE_URL: "localhost/loupan" },
      "DATABASE_URL is not an address such as postgresql://user:password@host:5432/loupan: correct it.",
    ],
    [
      { DATABASE_URL: "postgresql://127.0.0.1:1/loupan" },
      "DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED): start it or correct the address.",
    ],
  ])("%o", async (env, said) => {
    expect(await start(env as unknown as Record<string, string>)).toEqual({ code: 1, said });
  });

  it("a database server that is too old, or writes another alphabet", () => {
    expect(faultOf({ version: 140_022, encoding: "UTF8" })).toBe(
      "this is PostgreSQL 14, which is too old: use 15 or newer.",
    );
    expect(faultOf({ version: 150_000, encoding: "SQL_ASCII" })).toContain("encoded in SQL_ASCII");
    expect(faultOf({ version: 150_000, encoding: "UTF8" })).toBeNull();
  });
});

describe("npm start with DATABASE_URL", () => {
  let server: Awaited<ReturnType<typeof temporaryPostgres>>;
  beforeAll(async () => {
    server = await temporaryPostgres();
  });
  afterAll(() => server.stop());

  const withParts = (parts: Partial<URL>) => Object.assign(new URL(server.url), parts).href;

  it("refuses a wrong password, a missing database and a schema newer than the code", async () => {
    const { host } = new URL(server.url);
    const wrong = await start({ DATABASE_URL: withParts({ password: "guess" }) });
    expect(wrong).toEqual({
      code: 1,
      said: `DATABASE_URL: the server at ${host} refuses the user "loupan" or the password: correct them.`,
    });
    const missing = await start({ DATABASE_URL: withParts({ pathname: "/nowhere" }) });
    expect(missing).toEqual({
      code: 1,
      said: `DATABASE_URL: the server at ${host} has no database "nowhere": create it (createdb -E UTF8 nowhere).`,
    });
    await (await running({ DATABASE_URL: server.url })).stop();
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(
      `UPDATE "_prisma_migrations" SET migration_name = '9999_later' WHERE migration_name = '0001_init'`,
    );
    await client.end();
    const newer = await start({ DATABASE_URL: server.url });
    expect(newer).toEqual({
      code: 1,
      said: expect.stringMatching(/^The database is newer than this version.*9999_later/),
    });
  });
});

/** What the system knows of a process; nothing of one that has just ended. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
}

describe("npm start", () => {
  /** The server process of a running product: the only one that has it as its parent besides the database. */
  const childrenOf = (parent: ChildProcess) =>
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => statOf(pid).split(") ")[1]?.split(" ")[1] === String(parent.pid))
      .map(Number);

  it("serves, and stops all of it when asked", async () => {
    const product = await running({});
    expect(await (await fetch(`${product.url}/healthz`)).json()).toEqual({ ok: true });
    const children = childrenOf(product.process);
    expect(children).toHaveLength(2);
    await product.stop();
    expect(product.process.exitCode).toBe(0);
    expect(children.filter(isRunning)).toEqual([]);
  });

  it("stops all of it when npm is asked, which passes nothing on", async () => {
    const home = givenHome();
    const env = { ...process.env, DATABASE_URL: "", PORT: "0", LOUPAN_HOME: home, DEMO: "never", LOG_LEVEL: "warn" };
    const npm = spawn("npm", ["start", "--silent", "--", "--json"], { env, stdio: ["ignore", "pipe", "inherit"] });
    await once(createInterface({ input: npm.stdout }), "line");
    const [database] = readFileSync(join(home, "postgres", "postmaster.pid"), "utf8").split("\n");
    npm.kill("SIGTERM");
    await once(npm, "exit");
    await expect.poll(() => isRunning(Number(database)), { timeout: 30_000 }).toBe(false);
  });

  it("leaves no server behind when it is killed, and starts again with the database as it was", async () => {
    const home = givenHome();
    const killed = await running({ LOUPAN_HOME: home });
    const children = childrenOf(killed.process);
    const [database] = readFileSync(join(home, "postgres", "postmaster.pid"), "utf8")
      .split("\n")
      .map(Number);
    killed.process.kill("SIGKILL");
    const servers = children.filter((pid) => pid !== database);
    expect(servers).toHaveLength(1);
    await expect.poll(() => servers.filter(isRunning), { timeout: 30_000 }).toEqual([]);
    const again = await running({ LOUPAN_HOME: home });
    expect((await fetch(`${again.url}/healthz`)).status).toBe(200);
    expect(isRunning(database)).toBe(false);
  });
});
