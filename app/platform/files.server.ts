import { createHash } from "node:crypto";
import { mkdir, open, readFile as readBytes, rename, rm } from "node:fs/promises";
import path from "node:path";
import { openBytes, sealBytes } from "./crypto.server";
import type { Tx } from "./db.server";
import { env } from "./env.server";
import { newId } from "./id.server";

/** SHA-256 of a kept file's bytes, in hexadecimal: its name on the disk and in the database. */
export type FileHash = string;

/** A file whose bytes are gone, or no longer what they were when it was kept. */
export class FileDamaged extends Error {
  override readonly name = "FileDamaged";
}

const HASH = /^[0-9a-f]{64}$/;

/** Where a file lies: two levels of folders by the first digits of its hash. */
export function pathOfFile(sha256: FileHash): string {
  if (!HASH.test(sha256)) throw new FileDamaged("not the hash of a file");
  return path.join(env.home, "files", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/**
 * Keeps bytes under their hash and returns it once they are safe on the disk. Comes before the commit that names
 * them: a file without a row is rubbish to collect, a row without a file would be a loss. The same bytes are kept once.
 */
export async function keepFile(bytes: Uint8Array): Promise<FileHash> {
  const sha256 = hashOf(bytes);
  const file = pathOfFile(sha256);
  const kept = await readBytes(file).catch(() => null);
  if (kept && hashOf(kept) === sha256) return sha256;
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = path.join(folder, `${newId()}.part`);
  try {
    await writeThrough(draft, bytes);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(folder);
  return sha256;
}

/** The bytes of a kept file, proved by their hash. Throws FileDamaged where they are missing or changed. */
export async function readFile(sha256: FileHash): Promise<Buffer> {
  const bytes = await readBytes(pathOfFile(sha256)).catch(() => null);
  if (!bytes) throw new FileDamaged(`file ${sha256} is missing`);
  if (hashOf(bytes) !== sha256) throw new FileDamaged(`file ${sha256} has changed`);
  return bytes;
}

/** Takes a file's bytes off the disk, for good; nothing where they are gone already. */
export async function dropFile(sha256: FileHash): Promise<void> {
  await rm(pathOfFile(sha256), { force: true });
}

/** As keepFile, closed with the data key: for papers that carry personal data. The hash is that of the closed bytes. */
export function keepSealedFile(bytes: Uint8Array, subject: string): Promise<FileHash> {
  return keepFile(sealBytes(bytes, subject));
}

/** The open bytes of a file that was kept closed for this subject. */
export async function readSealedFile(sha256: FileHash, subject: string): Promise<Buffer> {
  return openBytes(await readFile(sha256), subject);
}

export type NewAttachment = {
  projectId: string | null;
  /** "noun:id" of what the file belongs to. */
  subject: string;
  sha256: FileHash;
  name: string;
  mediaType: string;
  bytes: number;
  byId: string;
  at: Date;
};

/** Puts a kept file on record, in the transaction of what it belongs to. */
export async function attach(tx: Tx, attachment: NewAttachment): Promise<string> {
  const { id } = await tx.attachment.create({ data: attachment, select: { id: true } });
  return id;
}

function hashOf(bytes: Uint8Array): FileHash {
  return createHash("sha256").update(bytes).digest("hex");
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is safe once its folder is; systems that cannot open a folder keep it safe themselves. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
