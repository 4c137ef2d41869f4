import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Halt } from "../halt.mjs";
import { canReach, runsAsRoot, serverAccount } from "./account.mjs";
import { SHARED_ROOT } from "./binaries.mjs";

/**
 * The folder of all local state, made when missing. Root's server runs as another user, who must be able to walk
 * through (not list) it; secrets in it are 0600.
 */
export function openHome(path) {
  const home = resolve(path);
  try {
    mkdirSync(home, { recursive: true, mode: runsAsRoot ? 0o711 : 0o700 });
    return realpathSync(home);
  } catch (error) {
    throw new Halt(`The folder ${home} cannot be used (${error.code}): set LOUPAN_HOME to a folder that you own.`);
  }
}

/** What is known of the cluster in this home: password, port, where its data lies. */
export function readRecord(home) {
  const file = join(home, "postgres.json");
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return { password: randomBytes(24).toString("hex") };
    if (error.code) {
      throw new Halt(
        `${file} cannot be read (${error.code}): start as the user that it belongs to, or set LOUPAN_HOME.`,
      );
    }
    throw new Halt(`${file} is damaged: put it back from a backup; it holds the password of the database.`);
  }
}

export function writeRecord(home, record) {
  const file = join(home, "postgres.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * Where the data lies and who runs the server: inside home, unless the server's user cannot reach it there (root in
 * a closed folder). A home that was moved keeps its data; a copied one gets its own.
 */
export function placeData(home, record) {
  const known = record.dataDir;
  const outside = known && !known.startsWith(`${record.home}/`);
  if (outside && (record.home === home || !existsSync(record.home)) && existsSync(known)) {
    return { dataDir: known, account: ownerOf(known) };
  }
  const inside = join(home, "postgres");
  if (existsSync(inside)) return { dataDir: inside, account: ownerOf(inside) };
  const account = serverAccount();
  if (canReach(account, "-x", home)) return { dataDir: inside, account };
  const mark = createHash("sha256").update(home).digest("hex").slice(0, 16);
  return { dataDir: join(SHARED_ROOT, mark, "postgres"), account };
}

/** Root runs a cluster as the user that it belongs to. */
function ownerOf(dataDir) {
  const { uid, gid } = statSync(dataDir);
  return runsAsRoot && uid !== 0 ? { uid, gid } : serverAccount();
}

/** The file that says which process has a home. */
export function ownerFile(home) {
  return join(home, "postgres.owner");
}
