import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { claim, release } from "./claim.mjs";
import { Halt } from "./halt.mjs";
import { runsAsRoot } from "./postgres/account.mjs";
import { binariesFor } from "./postgres/binaries.mjs";
import { ensureCluster, SUPERUSER } from "./postgres/cluster.mjs";
import { openHome, ownerFile, placeData, readRecord, writeRecord } from "./postgres/home.mjs";
import { launchPostmaster, runningPostmaster, stopPostmaster } from "./postgres/postmaster.mjs";
import { until } from "./process-of.mjs";

const DATABASE = "loupan";
const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };
const FAST = {
  ...{ fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  ...{ wal_level: "minimal", max_wal_senders: 0, max_wal_size: "4GB", max_connections: 200 },
};
const RELAUNCH_PAUSE = 1_000;
const TEMPORARY = "loupan-postgres-";

/**
 * @typedef {object} Server
 * @property {string} url address of the database, with its password
 * @property {string} dataDir
 * @property {() => number} pid the server's process now
 * @property {() => Promise<void>} stop ends the server (or lets go of another process's); may be called twice
 */

/**
 * Starts the embedded PostgreSQL of a home folder, making it on first use. A server left over from a killed parent is
 * stopped first. One that ends unasked is started again on the same port.
 *
 * @param {object} options
 * @param {string} options.home folder of all local state; data lies in it where the server's user can reach it
 * @param {boolean} [options.share] use the server of a running Loupan instead of refusing
 * @param {boolean} [options.durable] false: quicker and unsafe, for what may be lost
 * @param {string} [options.binDir] other binaries than the embedded ones
 * @param {Record<string, string | number>} [options.settings] more settings of the server
 * @param {(message: string) => void} [options.note] told what is worth knowing
 * @returns {Promise<Server>}
 */
export async function startPostgres(options) {
  const home = openHome(options.home);
  const owner = claim(ownerFile(home));
  if (owner && options.share) return shareServer(home);
  if (owner) {
    throw new Halt(`Loupan already runs on ${home} (process ${owner.pid}): stop it first, or set another LOUPAN_HOME.`);
  }
  try {
    return await startOwn(home, options);
  } catch (error) {
    release(ownerFile(home));
    throw error;
  }
}

async function startOwn(home, { durable = true, binDir, settings = {}, note = () => {} }) {
  const record = readRecord(home);
  const { dataDir, account } = placeData(home, record);
  // Before there is anything that its password opens.
  writeRecord(home, { ...record, home, dataDir });
  await endLeftover(dataDir, note);
  const bin = binDir ?? binariesFor(account);
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o711 });
  ensureCluster({ dataDir, bin, account, password: record.password, durable });
  const launch = (port) =>
    launchPostmaster({
      ...{ dataDir, bin, account, port, logFile: join(home, "postgres.log") },
      settings: { ...(durable ? DURABLE : FAST), ...settings },
    });
  const running = await launch(record.port);
  writeRecord(home, { ...record, home, dataDir, port: running.port });
  const server = supervise(home, dataDir, addressOf(record.password, running.port), running, launch, note);
  await ensureDatabase(server);
  return server;
}

/**
 * A server of its own in a temporary folder, quick and not durable; stop() removes it. Folders of runs that were
 * killed are removed on the way.
 */
export async function temporaryPostgres(options = {}) {
  const root = realpathSync(tmpdir());
  for (const name of readdirSync(root).filter((entry) => entry.startsWith(TEMPORARY))) await sweep(join(root, name));
  const home = mkdtempSync(join(root, TEMPORARY));
  if (runsAsRoot) chmodSync(home, 0o711);
  const server = await startPostgres({ home, durable: false, ...options });
  const stop = async () => {
    await server.stop();
    removeHome(home);
  };
  return { ...server, home, stop };
}

async function sweep(home) {
  try {
    if (!existsSync(ownerFile(home)) || claim(ownerFile(home))) return;
    const { dataDir } = placeData(home, readRecord(home));
    await endLeftover(dataDir, () => {});
    removeHome(home);
  } catch {
    // Another user's, or just being removed by its owner.
  }
}

function removeHome(home) {
  const { dataDir } = readRecord(home);
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}

async function endLeftover(dataDir, note) {
  const left = runningPostmaster(dataDir);
  if (!left) return;
  note(`A database server was left over from a killed process (${left.pid}); it is stopped first.`);
  await stopPostmaster(dataDir, left.pid);
}

function supervise(home, dataDir, url, first, launch, note) {
  let running = first;
  let stopping = false;
  const watch = async () => {
    while (!stopping) {
      const cause = await running.ended;
      if (stopping) return;
      note(`The database server ended unasked (${cause}); it is started again.`);
      running = await relaunch(() => launch(first.port), { note, stopping: () => stopping });
      if (!running) return;
      // Asked to stop meanwhile: stop() saw only the one that had ended.
      if (stopping) return stopPostmaster(dataDir, running.pid);
      if (running.port !== first.port) throw new Halt(`Port ${first.port} of the database was taken meanwhile.`);
    }
  };
  const watching = watch().catch((error) => note(error.message));
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    if (running) {
      // Seen gone before its end was told: without this the process would end here, and nothing after stop() be done.
      running.await();
      await stopPostmaster(dataDir, running.pid);
    }
    await watching;
    release(ownerFile(home));
  };
  return { url, dataDir, pid: () => running?.pid ?? 0, stop };
}

/** Until it runs or is not wanted any more: a full disk, say, is emptied some time. Each reason is told once. */
async function relaunch(launch, { note, stopping }) {
  for (let told = ""; !stopping(); await pause(RELAUNCH_PAUSE)) {
    try {
      return await launch();
    } catch (error) {
      if (error.message !== told) note(error.message);
      told = error.message;
    }
  }
  return null;
}

async function shareServer(home) {
  const record = readRecord(home);
  const { dataDir } = placeData(home, record);
  await until(() => runningPostmaster(dataDir)?.ready, 60_000);
  const running = runningPostmaster(dataDir);
  if (!running) throw new Halt(`Loupan is starting on ${home} and its database does not answer yet: try again.`);
  const url = addressOf(record.password, running.port);
  return { url, dataDir, pid: () => running.pid, stop: async () => {} };
}

function addressOf(password, port) {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

async function ensureDatabase({ url, stop }) {
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  const client = new pg.Client({ connectionString: maintenance.href });
  try {
    await client.connect();
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    await client.end().catch(() => {});
    await stop();
    throw error.code === "28P01"
      ? new Halt("The database does not take its own password: put postgres.json back from a backup.")
      : error;
  }
  await client.end();
}
