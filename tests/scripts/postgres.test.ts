import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { startPostgres } from "../../scripts/postgres.mjs";
import { isRunning } from "../../scripts/process-of.mjs";

const cleanUp: (() => unknown)[] = [];

afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

/** A folder that the server's own user can walk through, as a home under /srv would be. */
function givenHome(): string {
  const home = mkdtempSync(join(tmpdir(), "loupan-test-"));
  chmodSync(home, 0o711);
  cleanUp.push(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** Quick by default: a killed process loses nothing by it, only a lost power supply would. */
async function started(home: string, options: Partial<Parameters<typeof startPostgres>[0]> = {}) {
  const server = await startPostgres({ home, durable: false, ...options });
  cleanUp.push(server.stop);
  return server;
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that starts the server of this home, as a killed `npm start` did. */
async function startedByAnother(home: string) {
  const program = `
    import { startPostgres } from "./scripts/postgres.mjs";
    const { url, pid } = await startPostgres({ home: ${JSON.stringify(home)} });
    console.log(JSON.stringify({ url, pid: pid() }));
    process.stdin.resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["pipe", "pipe", "inherit"] });
  cleanUp.push(() => child.kill("SIGKILL"));
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const kill = async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  const running = JSON.parse(line) as { url: string; pid: number };
  cleanUp.push(() => isRunning(running.pid) && process.kill(running.pid, "SIGQUIT"));
  return { ...running, owner: child.pid, kill };
}

it("makes a cluster that compares Chinese alike everywhere, checks its pages and loses nothing acknowledged", async () => {
  const { url } = await started(givenHome(), { durable: true });
  const [settings] = await ask(
    url,
    `SELECT datctype, datcollate, pg_encoding_to_char(encoding) AS encoding, current_setting('data_checksums') AS checksums,
       current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('TimeZone') AS zone,
       '张' < '李' COLLATE "zh-Hans-x-icu" AS pinyin
     FROM pg_database WHERE datname = current_database()`,
  );
  expect(settings).toEqual({
    ...{ datctype: "C.UTF-8", datcollate: "C", encoding: "UTF8", checksums: "on" },
    ...{ fsync: "on", commit: "on", zone: "UTC", pinyin: false },
  });
});

it("lets nobody in without the password, and keeps that to its owner", async () => {
  const home = givenHome();
  const { url } = await started(home);
  const wrong = new URL(url);
  wrong.password = "guess";
  await expect(ask(wrong.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
  expect(statSync(join(home, "postgres.json")).mode & 0o077).toBe(0);
});

it("keeps its data and its port from one start to the next, also when its home was moved", async () => {
  const home = givenHome();
  const first = await started(home);
  await ask(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await first.stop();
  const second = await started(home);
  expect(second.url).toBe(first.url);
  await second.stop();
  const moved = `${home}-moved`;
  renameSync(home, moved);
  cleanUp.push(() => rmSync(moved, { recursive: true, force: true }));
  const third = await started(moved);
  expect(await ask(third.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

it("ends the server that a killed parent left over, and has what it acknowledged", async () => {
  const home = givenHome();
  const left = await startedByAnother(home);
  await ask(left.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await left.kill();
  const notes: string[] = [];
  const { url, pid } = await started(home, { note: (message) => notes.push(message) });
  expect(notes).toEqual([expect.stringContaining(`left over from a killed process (${left.pid})`)]);
  expect(pid()).not.toBe(left.pid);
  expect(await ask(url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

it("recovers when parent and server were both killed", async () => {
  const home = givenHome();
  const left = await startedByAnother(home);
  await ask(left.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await left.kill();
  process.kill(left.pid, "SIGKILL");
  const { url } = await started(home);
  expect(await ask(url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

it("refuses a second start on one home, and shares its server with a script that asks for that", async () => {
  const home = givenHome();
  const running = await startedByAnother(home);
  await expect(startPostgres({ home })).rejects.toThrow(`already runs on ${home} (process ${running.owner})`);
  const shared = await startPostgres({ home, share: true });
  await shared.stop();
  expect(await ask(shared.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("starts a server again that was killed, at the same address", async () => {
  let told = (_message: string) => {};
  const note = new Promise<string>((resolve) => {
    told = resolve;
  });
  const { url, pid } = await started(givenHome(), { note: (message) => told(message) });
  const before = pid();
  process.kill(before, "SIGKILL");
  expect(await note).toContain("ended unasked (SIGKILL)");
  await expect.poll(() => pid(), { timeout: 30_000 }).not.toBe(before);
  expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("is not misled by the lock of a server that is gone, whose number another process has now", async () => {
  const home = givenHome();
  const first = await started(home);
  await first.stop();
  const running = process.pid;
  writeFileSync(join(home, "postgres", "postmaster.pid"), `${running}\n${home}/postgres\n0\n5432\n\n\n0\nready\n`);
  const { pid } = await started(home);
  expect(pid()).not.toBe(running);
});

it("begins anew when the first set-up was cut off", async () => {
  const home = givenHome();
  mkdirSync(join(home, "postgres.new", "base"), { recursive: true });
  writeFileSync(join(home, "postgres.new", "PG_VERSION"), "18\n");
  const { url } = await started(home);
  expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it.each([
  [
    "a lost PG_VERSION",
    (data: string) => rmSync(join(data, "PG_VERSION")),
    /damaged \(its PG_VERSION file is missing\)/,
  ],
  [
    "a cut control file",
    (data: string) => truncateSync(join(data, "global", "pg_control"), 10),
    /damaged \(.*pg_control/,
  ],
  [
    "another major",
    (data: string) => writeFileSync(join(data, "PG_VERSION"), "16\n"),
    /made by PostgreSQL 16.* brings 18/,
  ],
])("says what is wrong with a data folder and what to do: %s", async (_, damage, sentence) => {
  const home = givenHome();
  await (await started(home)).stop();
  damage(join(home, "postgres"));
  await expect(startPostgres({ home })).rejects.toThrow(sentence);
  // The failed start leaves no mark that would keep the next one out.
  await expect(startPostgres({ home })).rejects.toThrow(sentence);
});

it.runIf(process.getuid?.() === 0)(
  "serves root from a closed home, with data and programs where its user can reach them",
  async () => {
    const home = givenHome();
    chmodSync(home, 0o700);
    const { url, dataDir, stop } = await started(home);
    cleanUp.push(() => rmSync(dirname(dataDir), { recursive: true }));
    cleanUp.push(stop);
    expect(dataDir.startsWith(home)).toBe(false);
    await ask(url, "CREATE TABLE kept AS SELECT 42 AS answer");
    await stop();
    const again = await started(home);
    cleanUp.push(again.stop);
    expect(await ask(again.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  },
);

it("keeps its files from other users of the machine", async () => {
  const home = givenHome();
  await started(home);
  expect(statSync(join(home, "postgres")).mode & 0o777).toBe(0o700);
  expect(statSync(join(home, "postgres.log")).mode & 0o077).toBe(0);
  expect(readFileSync(join(home, "postgres", "pg_hba.conf"), "utf8")).not.toMatch(/^[^#]*trust/m);
});

it("comes back by itself once what kept it from starting is gone", async () => {
  const notes: string[] = [];
  const { url, pid, dataDir } = await started(givenHome(), { note: (message) => notes.push(message) });
  const settings = join(dataDir, "postgresql.auto.conf");
  const before = readFileSync(settings);
  writeFileSync(settings, "no setting at all\n");
  process.kill(pid(), "SIGKILL");
  await vi.waitFor(() => expect(notes.length).toBeGreaterThan(1), 30_000);
  writeFileSync(settings, before);
  await vi.waitFor(async () => expect(await ask(url, "SELECT 42 AS answer")).toEqual([{ answer: 42 }]), 30_000);
});

it("lets a script go on after it stopped its server", async () => {
  const program = `
    import { temporaryPostgres } from "./scripts/postgres.mjs";
    const work = async () => {
      const server = await temporaryPostgres();
      await server.stop();
      console.log("went on");
    };
    void work();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await Promise.all([text(child.stdout), once(child, "exit")]);
  expect(said).toBe("went on\n");
});
