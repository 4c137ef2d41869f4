import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, readdirSync } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import yazl from "yazl";
import { encrypting } from "./cipher.mjs";
import { seal, UNSEALED } from "./seal.mjs";
import { copyOut, tablesOf } from "./tables.mjs";

export const FORMAT = 1;

/**
 * Writes one consistent backup of database and files while the system runs: a single snapshot, table by table through
 * COPY, in constant memory. The file appears under its name only when it is whole and on disk.
 * @param {{ url: string, filesFolder: string, file: string, passphrase: string | null, now: Date,
 *   report?: (done: number, total: number) => Promise<void> }} options report: told after each table and file
 * @returns {Promise<{ file: string, bytes: number, sha256: string, tables: number, rows: number, files: number }>}
 */
export async function writeBackup({ url, filesFolder, file, passphrase, now, report = async () => {} }) {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  const part = `${file}.part`;
  const archive = new yazl.ZipFile();
  const written = writeOut(archive.outputStream, part, passphrase);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const manifest = await manifestHead(client, now);
    const [tables, names] = [await tablesOf(client), storedFiles(filesFolder)];
    const done = () => report(manifest.tables.length + manifest.files.length, tables.length + names.length);
    for (const table of tables) {
      manifest.tables.push(await addTable(archive, client, table));
      await done();
    }
    for (const name of names) {
      manifest.files.push(await addFile(archive, filesFolder, name));
      await done();
    }
    await client.query("COMMIT");
    archive.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), "manifest.json");
    archive.end({ comment: UNSEALED });
    await written;
    const sha256 = await seal(part, passphrase !== null);
    await rename(part, file);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const { size: bytes } = await stat(file);
    return { file, bytes, sha256, tables: manifest.tables.length, rows, files: manifest.files.length };
  } catch (error) {
    archive.outputStream.destroy();
    await written.catch(() => {});
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function manifestHead(client, now) {
  const { rows: migrations } = await client.query(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY 1`,
  );
  const { rows: sequences } = await client.query(
    `SELECT quote_ident(sequencename) AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  );
  const { rows } = await client.query("SELECT current_setting('server_version') AS postgres");
  return { format: FORMAT, at: now.toISOString(), ...rows[0], migrations, sequences, tables: [], files: [] };
}

async function addTable(archive, client, table) {
  const name = `tables/${table.name}.copy`;
  const source = client.query(copyTo(copyOut(table)));
  const digest = await addStream(archive, source, name);
  return { ...table, entry: name, rows: source.rowCount, ...digest };
}

async function addFile(archive, folder, name) {
  return { name, ...(await addStream(archive, createReadStream(join(folder, name)), `files/${name}`)) };
}

/** Adds an entry and waits until it has run through, so that tables follow one another on the one connection. */
async function addStream(archive, source, name) {
  const hash = createHash("sha256");
  let bytes = 0;
  const measured = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  archive.addReadStream(measured, name);
  await pipeline(source, measured);
  return { bytes, sha256: hash.digest("hex") };
}

/** Attachments are named by their content and never change, so they need no snapshot. */
function storedFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
}

async function writeOut(source, part, passphrase) {
  const target = createWriteStream(part, { mode: 0o600 });
  await pipeline(source, passphrase ? encrypting(passphrase) : new PassThrough(), target);
}
