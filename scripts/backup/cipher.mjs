import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Halt } from "../halt.mjs";

// An encrypted backup: mark, salt, nonce, AES-256-GCM of the archive, tag. The tag vouches for every byte.
const MARK = Buffer.from("LOUPAN\x01E");
const SALT = 16;
const NONCE = 12;
const TAG = 16;
const HEAD = MARK.length + SALT + NONCE;

const keyOf = (passphrase, salt) => scryptSync(passphrase, salt, 32, { N: 2 ** 15, r: 8, maxmem: 64 * 1024 * 1024 });

/** @returns {import("node:stream").Transform} which encrypts what runs through it */
export function encrypting(passphrase) {
  const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)];
  const cipher = createCipheriv("aes-256-gcm", keyOf(passphrase, salt), nonce);
  let begun = false;
  return new Transform({
    transform(chunk, _, done) {
      if (!begun) this.push(Buffer.concat([MARK, salt, nonce]));
      begun = true;
      done(null, cipher.update(chunk));
    },
    flush(done) {
      this.push(cipher.final());
      done(null, cipher.getAuthTag());
    },
  });
}

export async function isEncrypted(file) {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(MARK.length), 0, MARK.length, 0);
    return buffer.equals(MARK);
  } finally {
    await handle.close();
  }
}

/** Decrypts a backup into a file beside nothing else; refuses a wrong key, a cut file and an altered byte alike. */
export async function decryptTo(file, passphrase, target) {
  const { size } = await stat(file);
  if (size < HEAD + TAG) throw new Halt(`${file} is cut off: use another backup.`);
  const handle = await open(file);
  const [head, tag] = [Buffer.alloc(HEAD), Buffer.alloc(TAG)];
  await handle.read(head, 0, HEAD, 0);
  await handle.read(tag, 0, TAG, size - TAG);
  await handle.close();
  const salt = head.subarray(MARK.length, MARK.length + SALT);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(passphrase, salt), head.subarray(MARK.length + SALT));
  decipher.setAuthTag(tag);
  try {
    const body = createReadStream(file, { start: HEAD, end: size - TAG - 1 });
    await pipeline(body, decipher, createWriteStream(target, { mode: 0o600 }));
  } catch (error) {
    if (error.code) throw error;
    throw new Halt(
      `${file} does not open: the key is wrong, or the file was cut or altered. Try the right key, or another backup.`,
    );
  }
}
