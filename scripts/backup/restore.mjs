import { createWriteStream, mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { Halt } from "../halt.mjs";
import { migrate } from "../migrate.mjs";
import { decryptTo, isEncrypted } from "./cipher.mjs";
import { demandEmptyFolder } from "./empty-folder.mjs";
import { checked, openBackup } from "./read.mjs";
import { copyIn, tablesOf } from "./tables.mjs";

/**
 * Restores a backup into an empty database and files folder: brings the schema to where it was, copies everything in
 * one transaction, checks every checksum and count, then migrates to this version. On any fault nothing stays.
 * @param {{ url: string, filesFolder: string, file: string, passphrase: string | null }} options
 */
export async function restoreBackup({ url, filesFolder, file, passphrase }) {
  demandEmptyFolder(filesFolder);
  const folder = await mkdtemp(join(tmpdir(), "loupan-restore-"));
  try {
    const plain = await plainFile(file, passphrase, folder);
    const backup = await openBackup(plain, { sealed: plain === file });
    try {
      await makeWay(url);
      await migrate(url, { only: backup.manifest.migrations });
      await copyAll(url, filesFolder, backup);
    } finally {
      backup.close();
    }
    const { applied } = await migrate(url);
    const { tables, files } = backup.manifest;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return { file, at: backup.manifest.at, tables: tables.length, rows, files: files.length, upgradedBy: applied };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function plainFile(file, passphrase, folder) {
  if (!(await isEncrypted(file))) return file;
  if (!passphrase) throw new Halt(`${file} is encrypted: give its key by --key-file or BACKUP_KEY.`);
  const plain = join(folder, "plain.zip");
  await decryptTo(file, passphrase, plain);
  return plain;
}

/** Only an empty database is taken; its empty tables make way for those of the backup's schema. */
async function makeWay(url) {
  await withClient(url, async (client) => {
    for (const { name } of await tablesOf(client)) {
      const { rowCount } = await client.query(`SELECT 1 FROM "${name}" LIMIT 1`);
      if (rowCount > 0)
        throw new Halt(
          `The database is not empty (${name} has rows): restore into an empty one, by another LOUPAN_HOME or DATABASE_URL.`,
        );
    }
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  });
}

/** Files first: a database that names them is there only when they are. */
async function copyAll(url, filesFolder, backup) {
  try {
    for (const stored of backup.manifest.files) await copyFile(backup, stored, filesFolder);
    await copyTables(url, backup);
  } catch (error) {
    await rm(filesFolder, { recursive: true, force: true });
    throw error;
  }
}

async function copyTables(url, { manifest, stream }) {
  await withClient(url, async (client) => {
    await client.query("BEGIN");
    const tables = await tablesOf(client);
    // What triggers once wrote is in the backup; they would write it a second time.
    for (const { name } of tables) await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER USER`);
    for (const { name } of tables) {
      const saved = manifest.tables.find((table) => table.name === name);
      if (!saved) throw new Halt(`The backup lacks the table ${name}: use another one.`);
      const target = client.query(copyFrom(copyIn(saved)));
      await runThrough(name, () => stream(saved.entry), checked(saved, name), target);
      if (target.rowCount !== saved.rows)
        throw new Halt(`The backup is damaged: ${name} has ${target.rowCount} rows, not ${saved.rows}.`);
    }
    for (const { name, value } of manifest.sequences)
      await client.query("SELECT setval($1::regclass, $2)", [name, value]);
    for (const { name } of tables) await client.query(`ALTER TABLE "${name}" ENABLE TRIGGER USER`);
    // The queue stays behind: what waited in it or was under way will not come back by itself.
    await client.query(
      `UPDATE "JobRun" SET status = 'FAILED', "finishedAt" = clock_timestamp(), error = 'restored from a backup'
       WHERE status IN ('QUEUED', 'RUNNING')`,
    );
    await client.query("COMMIT");
    await client.query("ANALYZE");
  });
}

async function copyFile({ stream }, stored, folder) {
  const target = join(folder, stored.name);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  await runThrough(
    stored.name,
    () => stream(`files/${stored.name}`),
    checked(stored, stored.name),
    createWriteStream(target, { mode: 0o600 }),
  );
}

/** What the archive's reader finds wrong, in the words of the person who restores. */
async function runThrough(name, open, ...streams) {
  try {
    await pipeline(await open(), ...streams);
  } catch (error) {
    throw error instanceof Halt ? error : damaged(name, error.message);
  }
}

const damaged = (name, why) =>
  new Halt(`The backup is damaged at ${name} (${why}). Nothing was restored; use another backup.`);

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  client.on("error", () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
