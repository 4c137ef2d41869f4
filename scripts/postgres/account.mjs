import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Halt } from "../halt.mjs";

const NAME = "loupan";

/** PostgreSQL refuses to run as root, so root hands the server to this unprivileged system user. */
export const runsAsRoot = process.platform !== "win32" && process.getuid() === 0;

const CREATORS = [
  ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/bin/false", NAME],
  ["adduser", "-S", "-D", "-H", "-s", "/bin/false", NAME],
];

/**
 * The user that the database server runs as: `{}` (ourselves), or as root the ids of the system user, made when missing.
 * @returns {{ uid?: number, gid?: number }}
 */
export function serverAccount() {
  if (!runsAsRoot) return {};
  const known = lookUp();
  if (known) return known;
  for (const [command, ...args] of CREATORS) {
    spawnSync(command, args, { stdio: "ignore" });
    const made = lookUp();
    if (made) return made;
  }
  throw new Halt(
    `PostgreSQL does not run as root and the system user "${NAME}" could not be made: create it, start as an ordinary user, or set DATABASE_URL.`,
  );
}

function lookUp() {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${NAME}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether that user may do `test FLAG PATH` (-x: enter a folder or run a program, -r: read). */
export function canReach(account, flag, path) {
  if (account.uid === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'test "$1" "$2"', "sh", flag, path], { ...account, cwd: "/" }).status === 0;
}

/** Gives a folder and all in it to the server's user. */
export function handOver(account, path) {
  if (account.uid !== undefined) execFileSync("chown", ["-R", `${account.uid}:${account.gid}`, path]);
}
