import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { demandEmptyFolder } from "../backup/empty-folder.mjs";
import { filesFolder, readOptions } from "../backup/options.mjs";
import { Halt } from "../halt.mjs";
import { ensureInstalled } from "../installed.mjs";
import { ROOT } from "../root.mjs";

const note = (message) => console.error(message);

export async function main(args) {
  const options = readOptions(args, "restore");
  if (!existsSync(options.file)) throw new Halt(`There is no file ${options.file}.`);
  const files = filesFolder();
  demandEmptyFolder(files);
  await ensureInstalled();
  const { restoreBackup } = await import("../backup/restore.mjs");
  const database = await emptyPlace();
  try {
    const { file, passphrase } = options;
    const restored = await restoreBackup({ url: database.url, filesFolder: files, file, passphrase });
    if (options.json) console.log(JSON.stringify(restored));
    else {
      note(
        `Restored the backup of ${restored.at}: ${restored.tables} tables, ${restored.rows} rows, ${restored.files} files.`,
      );
      if (restored.upgradedBy.length > 0) note(`Brought up to this version by ${restored.upgradedBy.join(", ")}.`);
    }
  } finally {
    await database.stop();
  }
}

/** The database as it is: the schema is the backup's to say. */
async function emptyPlace() {
  const { demandUsable } = await import("../database-at.mjs");
  const given = process.env.DATABASE_URL;
  if (given) {
    await demandUsable(given);
    return { url: process.env.DATABASE_DIRECT_URL || given, stop: async () => {} };
  }
  const { startPostgres } = await import("../postgres.mjs");
  return startPostgres({ home: resolve(ROOT, process.env.LOUPAN_HOME || ".loupan"), note });
}
