import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { promisify } from "node:util";
import yauzl from "yauzl";
import { Halt } from "../halt.mjs";
import { isSealed } from "./seal.mjs";
import { FORMAT } from "./write.mjs";

const openZip = promisify(yauzl.open);

/**
 * Opens a backup and reads what it says of itself. Refuses what is no backup, is cut off or was altered.
 * @param {string} file
 * @param {{ sealed: boolean }} options sealed: a plain backup; a decrypted one was vouched for by its tag
 * @returns {Promise<{ manifest: object, stream: (entry: string) => Promise<import("node:stream").Readable>, close: () => void }>}
 */
export async function openBackup(file, { sealed }) {
  const damaged = (why) => new Halt(`${file} is no whole backup (${why}): use another one.`);
  let zip;
  try {
    zip = await openZip(file, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw damaged(error.message);
  }
  const entries = new Map();
  try {
    await new Promise((done, failed) => {
      zip.on("entry", (entry) => {
        entries.set(entry.fileName, entry);
        zip.readEntry();
      });
      zip.once("end", done).once("error", failed);
      zip.readEntry();
    });
    const stream = (name) => streamOf(zip, entries.get(name), name);
    if (sealed && !(await isSealed(file, zip.comment))) throw new Error("its bytes are not those that were written");
    const text = Buffer.concat(await (await stream("manifest.json")).toArray());
    const manifest = JSON.parse(text.toString("utf8"));
    if (manifest.format > FORMAT)
      throw new Halt(`${file} was written by a newer Loupan: restore it with that version.`);
    return { manifest, stream, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof Halt ? error : damaged(error.message);
  }
}

function streamOf(zip, entry, name) {
  if (!entry) throw new Error(`${name} is missing`);
  return promisify(zip.openReadStream.bind(zip))(entry);
}

/** Passes bytes on and fails at the end when they are not those that the manifest names. */
export function checked({ bytes, sha256 }, name) {
  const hash = createHash("sha256");
  let seen = 0;
  return new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      seen += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      const same = seen === bytes && hash.digest("hex") === sha256;
      done(
        same
          ? null
          : new Halt(
              `The backup is damaged: ${name} is not what was written. Nothing was restored; use another backup.`,
            ),
      );
    },
  });
}
