import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Refused } from "~/domain/refusal";
import { removeOlder, rotatedName } from "../../scripts/backup/rotate.mjs";
import { writeBackup } from "../../scripts/backup/write.mjs";
import { env } from "./env.server";

export type WrittenBackup = {
  file: string;
  bytes: number;
  sha256: string;
  tables: number;
  rows: number;
  files: number;
};
type Report = (done: number, total: number) => Promise<void>;

/** What keeps a folder from being written to, by an administrator's doing. */
const UNUSABLE = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOENT", "EEXIST"];

/**
 * Writes one backup into the folder of backups, as `npm run backup` does, and removes those that are too many. Refuses
 * backup_folder_unusable and database_full.
 */
export async function makeBackup(now: Date, report: Report): Promise<WrittenBackup> {
  const { folder, keep, key: passphrase } = env.backup;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, rotatedName(now));
    const url = env.databaseDirectUrl ?? "";
    const written = await writeBackup({
      url,
      filesFolder: path.join(env.home, "files"),
      file,
      passphrase,
      now,
      report,
    });
    removeOlder(folder, keep);
    return written;
  } catch (error) {
    const { code } = Object(error) as { code?: string };
    if (code === "ENOSPC") throw new Refused({ code: "database_full" });
    if (code && UNUSABLE.includes(code)) throw new Refused({ code: "backup_folder_unusable", params: { folder } });
    throw error;
  }
}
