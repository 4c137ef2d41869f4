import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { runsAsRoot } from "../postgres/account.mjs";
import { startPostgres, temporaryPostgres } from "../postgres.mjs";
import { until } from "../process-of.mjs";
import { startLoad } from "./load.mjs";
import { setStage } from "./stage.mjs";

const WRITERS = 4;
const PATIENCE = 120_000;
const CONNECTIONS = 24;
const DISK = "320m";
/** Little of it is kept ready, so that a full disk is felt soon. */
const SMALL_LOG = { max_wal_size: "64MB", min_wal_size: "32MB" };

/** @typedef {{ binDir?: string, note?: (message: string) => void }} Options */

/**
 * The two limits that an office meets: what the server says then, and whether it is whole afterwards.
 * @param {Options} options
 */
export async function playLimits(options) {
  return { connections: await allTaken(options), disk: await diskFull(options) };
}

/**
 * Every connection of the database is somebody else's.
 * @param {Options} options
 */
export async function allTaken({ binDir, note = () => {} }) {
  const database = await temporaryPostgres({ durable: true, binDir, settings: { max_connections: CONNECTIONS } });
  try {
    const stage = await setStage({ database });
    const load = startLoad({ url: stage.url, given: stage.given, writers: WRITERS });
    await load.nextGood();
    let pages = {};
    const thieves = await takeAll(database.url, async () => {
      if (load.answers.database_crowded > 0) pages = await pagesOf(stage.url);
      const asked = Object.values(pages);
      return asked.length > 0 && asked.every(({ status }) => status === 503);
    });
    note(`Every connection taken: ${JSON.stringify(load.answers)}`);
    await Promise.all(thieves.map((client) => client.end()));
    return { ...(await recovery(stage, load, ["database_crowded"])), pages };
  } finally {
    await database.stop();
  }
}

/** Ends the others' connections and takes their places, until the condition holds. */
async function takeAll(url, enough) {
  const thieves = [];
  const application_name = "thief";
  for (const end = Date.now() + PATIENCE; !(await enough()) && Date.now() < end; ) {
    const client = new pg.Client({ connectionString: url, application_name });
    client.on("error", () => {});
    try {
      await client.connect();
      thieves.push(client);
    } catch {
      await thieves[0]?.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND application_name <> $1`,
        [application_name],
      );
    }
  }
  return thieves;
}

/** What a person sees who opens a page now, in both languages. */
async function pagesOf(url) {
  const open = async (locale) => {
    const page = await fetch(`${url}/sign-in`, { headers: { Cookie: `locale=${locale}`, Accept: "text/html" } });
    return { status: page.status, says: /<h1[^>]*>([^<]*)<\/h1>/.exec(await page.text())?.[1] ?? "" };
  };
  return { "zh-CN": await open("zh-CN"), en: await open("en") };
}

/**
 * The disk of the database takes no further byte. Needs root, for a small disk of its own.
 * @param {Options} options
 */
export async function diskFull({ binDir, note = () => {} }) {
  const place = mkdtempSync(join(tmpdir(), "loupan-disk-"));
  const unmount = mountSmall(place);
  if (!unmount) return { skipped: "a disk of its own can only be mounted as root" };
  const home = join(place, "home");
  mkdirSync(home, { mode: 0o711 });
  for (const folder of [place, home]) chmodSync(folder, 0o711);
  const filler = join(place, "filler");
  try {
    const database = await startPostgres({ home, durable: true, binDir, settings: SMALL_LOG });
    try {
      const stage = await setStage({ database: { ...database, home } });
      const load = startLoad({ url: stage.url, given: stage.given, writers: WRITERS });
      await load.nextGood();
      const unsaved = () => (load.answers.database_full ?? 0) + (load.answers.database_away ?? 0);
      for (const end = Date.now() + PATIENCE; unsaved() === 0 && Date.now() < end; ) {
        fill(filler);
        await until(() => unsaved() > 0, 200);
      }
      note(`Disk full: ${JSON.stringify(load.answers)}`);
      rmSync(filler);
      return await recovery(stage, load, ["database_full", "database_away"]);
    } finally {
      await database.stop();
    }
  } finally {
    unmount();
    rmSync(place, { recursive: true, force: true });
  }
}

function mountSmall(place) {
  if (!runsAsRoot || process.platform !== "linux") return null;
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${DISK}`, "tmpfs", place], { stdio: "ignore" });
  return mounted.status === 0 ? () => spawnSync("umount", ["-l", place], { stdio: "ignore" }) : null;
}

function fill(file) {
  const block = Buffer.alloc(64 * 1024);
  const handle = openSync(file, "a");
  try {
    for (let size = block.length; size >= 512; ) {
      try {
        writeSync(handle, block, 0, size);
      } catch (error) {
        if (error.code !== "ENOSPC") throw error;
        size /= 2;
      }
    }
  } finally {
    closeSync(handle);
  }
}

/** All is well again by itself: writes are taken, none is lost, everything holds; what was said meanwhile was clear. */
async function recovery(stage, load, codes) {
  const recoveredMs = Math.round(await load.nextGood());
  await load.stop();
  const lost = await missing(stage, load);
  const { ok: verified } = await stage.verify();
  await stage.stop();
  const said = codes.some((code) => load.answers[code] > 0);
  const unclear = load.answers.server_failed ?? 0;
  const ok = said && unclear === 0 && lost === 0 && verified && load.refused.length === 0;
  return { ok, answers: load.answers, recoveredMs, lost, verified };
}

async function missing({ rows }, { acknowledged }) {
  const [{ found }] = await rows(
    `SELECT count(*)::int AS found FROM (SELECT id FROM "Deal" UNION ALL SELECT id FROM "Payment") AS kept
     WHERE id = ANY ($1::uuid[])`,
    [acknowledged.map(({ id }) => id)],
  );
  return acknowledged.length - found;
}
