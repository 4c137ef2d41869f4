import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesFolder, readOptions } from "../backup/options.mjs";
import { removeOlder, rotatedName } from "../backup/rotate.mjs";
import { Halt } from "../halt.mjs";
import { ensureInstalled } from "../installed.mjs";

const note = (message) => console.error(message);

export async function main(args) {
  const options = readOptions(args, "backup", { keep: { type: "string" } });
  const keep = options.keep === undefined ? null : Number(options.keep);
  if (keep !== null && !(Number.isInteger(keep) && keep > 0)) throw new Halt("--keep takes a whole number above zero.");
  await ensureInstalled();
  const [{ openDatabase }, { writeBackup }, { noteRun }] = await Promise.all([
    import("../product.mjs"),
    import("../backup/write.mjs"),
    import("../backup/note-run.mjs"),
  ]);
  const now = new Date();
  const file = keep === null ? options.file : join(options.file, rotatedName(now));
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = await openDatabase({ note, share: true });
  try {
    const { passphrase } = options;
    const written = await writeBackup({ url: database.url, filesFolder: filesFolder(), file, passphrase, now });
    await noteRun({ url: database.url, written, began: now });
    if (keep !== null) removeOlder(options.file, keep);
    if (options.json) console.log(JSON.stringify(written));
    else
      note(
        `${written.file}: ${written.tables} tables, ${written.rows} rows, ${written.files} files, ${written.bytes} bytes.`,
      );
  } finally {
    await database.stop();
  }
}
