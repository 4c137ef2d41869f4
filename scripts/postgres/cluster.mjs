import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Halt } from "../halt.mjs";
import { handOver } from "./account.mjs";
import { SUFFIX } from "./binaries.mjs";

export const SUPERUSER = "loupan";

/** C.UTF-8 classifies Chinese letters alike on every machine; display order is by ICU, per query. */
const LOCALE =
  process.platform === "linux"
    ? ["--locale-provider=libc", "--locale=C", "--lc-ctype=C.UTF-8"]
    : ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];

/**
 * Makes a database cluster in dataDir unless one is there. It is made beside its place and moved there whole, so that
 * a set-up cut off half way leaves nothing that looks like data.
 */
export function ensureCluster({ dataDir, bin, account, password, durable }) {
  if (existsSync(join(dataDir, "PG_VERSION"))) return demandMajor(dataDir, bin);
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw damaged(dataDir, "its PG_VERSION file is missing");
  const making = `${dataDir}.new`;
  const secret = `${dataDir}.secret`;
  for (const path of [making, secret]) rmSync(path, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  for (const path of [making, secret]) handOver(account, path);
  const sync = durable ? [] : ["--no-sync"];
  const { status, stderr, error } = spawnSync(
    join(bin, `initdb${SUFFIX}`),
    ["-D", making, "-U", SUPERUSER, `--pwfile=${secret}`, "--auth=scram-sha-256", "--encoding=UTF8", ...LOCALE]
      .concat(["--data-checksums", "--lc-messages=C", "--no-instructions"])
      .concat(sync),
    { ...account, cwd: "/", env: serverEnvironment(), encoding: "utf8" },
  );
  rmSync(secret, { force: true });
  if (status !== 0) {
    const reason = (error?.message ?? stderr).trim().split("\n").slice(-2).join(" ");
    throw new Halt(`The built-in PostgreSQL could not be set up in ${dataDir}: ${reason}. Or set DATABASE_URL.`);
  }
  renameSync(making, dataDir);
}

/** A data folder that cannot be used, and the two ways on. */
export function damaged(dataDir, reason) {
  return new Halt(
    `The database folder ${dataDir} is damaged (${reason}): move it away (mv '${dataDir}' '${dataDir}.damaged') and restore your latest backup, or start afresh without it.`,
  );
}

/** The server's surroundings: no locale or PG* variable of the caller's, and UTC. */
export function serverEnvironment() {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, LC_ALL: "C", TZ: "UTC" };
}

function demandMajor(dataDir, bin) {
  const has = readFileSync(join(dataDir, "PG_VERSION"), "utf8").trim();
  const { stdout } = spawnSync(join(bin, `postgres${SUFFIX}`), ["--version"], { encoding: "utf8" });
  const runs = /\) (\d+)/.exec(stdout ?? "")?.[1];
  if (!/^\d+$/.test(has)) throw damaged(dataDir, "its PG_VERSION file is unreadable");
  if (runs && has !== runs) {
    throw new Halt(
      `The database folder ${dataDir} was made by PostgreSQL ${has} and this version of Loupan brings ${runs}: make a backup with the version that you used before, move the folder away and restore the backup.`,
    );
  }
}
