import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { Refused } from "~/domain/refusal";
import { once } from "./once.server";
import { dataKeys } from "./secrets.server";

/** Text at rest: AES-256-GCM as nonce, tag, ciphertext, and the id of the key that closed it. */
export type Sealed = { cipher: Uint8Array<ArrayBuffer>; keyId: string };

type DataKey = { id: string; secret: Buffer; indexKey: Buffer };

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

const keys: DataKey[] = once("data-keys-read", () => dataKeys.map(readKey));

/** Closes a text with the first data key. `subject` (e.g. "person:id") is bound to it: moved elsewhere it does not open. */
export function seal(text: string, subject: string): Sealed {
  return close(Buffer.from(text, "utf8"), subject);
}

/**
 * Opens what `seal` closed, with whichever data key it was. Refuses data_key_missing where no key of that name is here,
 * and data_key_other where none that is here opens it: the name went to another key, or a bit was changed.
 */
export function open(sealed: { cipher: Uint8Array; keyId: string }, subject: string): string {
  return opened(sealed, subject).toString("utf8");
}

/** Closes bytes as `seal` does, in one piece that names its key: for files. */
export function sealBytes(bytes: Uint8Array, subject: string): Buffer {
  const { cipher, keyId } = close(bytes, subject);
  return Buffer.concat([Buffer.from(`${keyId}\n`), cipher]);
}

/** Opens what `sealBytes` closed. Refuses as `open` does. */
export function openBytes(piece: Uint8Array, subject: string): Buffer {
  const end = piece.indexOf(0x0a);
  const keyId = Buffer.from(piece.subarray(0, Math.max(end, 0))).toString("utf8");
  return opened({ cipher: piece.subarray(end + 1), keyId }, subject);
}

/** The keyed hash by which an encrypted text is found again. `purpose` keeps hashes of different columns apart. */
export function indexOf(purpose: string, text: string): string {
  return indexesOf(purpose, text)[0] ?? noKey("first");
}

/** Under every data key in use: rows written before a change of keys are found too. */
export function indexesOf(purpose: string, text: string): string[] {
  return keys.map(({ indexKey }) => createHmac("sha256", indexKey).update(`${purpose}\0${text}`).digest("hex"));
}

/** A new key for `sealWith`: one that can be thrown away by itself, unlike the data keys. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Closes a text with a key of its own. */
export function sealWith(key: Buffer, text: string, subject: string): Uint8Array<ArrayBuffer> {
  return closedWith(key, Buffer.from(text, "utf8"), subject);
}

/** Opens what `sealWith` closed; null where it was another key or subject, or a bit was changed. */
export function openWith(key: Buffer, cipher: Uint8Array, subject: string): string | null {
  return openedWith(key, Buffer.from(cipher), subject)?.toString("utf8") ?? null;
}

function close(content: Uint8Array, subject: string): Sealed {
  const [{ id, secret } = noKey("first")] = keys;
  return { cipher: closedWith(secret, content, subject), keyId: id };
}

function closedWith(secret: Buffer, content: Uint8Array, subject: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", secret, nonce).setAAD(Buffer.from(subject));
  const closed = Buffer.concat([cipher.update(content), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), closed]));
}

function opened({ cipher, keyId }: { cipher: Uint8Array; keyId: string }, subject: string): Buffer {
  const bytes = Buffer.from(cipher);
  // The name is a hint only: two machines may have called different keys the same.
  const inTurn = [...keys].sort((a, b) => Number(b.id === keyId) - Number(a.id === keyId));
  for (const { secret } of inTurn) {
    const content = openedWith(secret, bytes, subject);
    if (content) return content;
  }
  const code = keys.some(({ id }) => id === keyId) ? "data_key_other" : "data_key_missing";
  throw new Refused({ code, params: { key: keyId } });
}

/** Null where another key closed it, for another subject, or a bit was changed. */
function openedWith(secret: Buffer, bytes: Buffer, subject: string): Buffer | null {
  const head = NONCE_BYTES + TAG_BYTES;
  if (bytes.length < head) return null;
  const decipher = createDecipheriv("aes-256-gcm", secret, bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(subject))
    .setAuthTag(bytes.subarray(NONCE_BYTES, head));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(head)), decipher.final()]);
  } catch {
    return null;
  }
}

function readKey(written: string): DataKey {
  const [, id, hex] = /^([\w-]+):([0-9a-f]{64})$/i.exec(written) ?? [];
  if (!id || !hex) throw new Error("a data key is written as id:64 hexadecimal digits");
  const secret = Buffer.from(hex, "hex");
  return { id, secret, indexKey: Buffer.from(hkdfSync("sha256", secret, "", "loupan index", 32)) };
}

function noKey(id: string): never {
  throw new Error(`there is no data key "${id}"`);
}
