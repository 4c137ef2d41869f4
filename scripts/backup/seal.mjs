import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";

// The last 64 characters of a plain backup, the comment of its archive, are the SHA-256 of everything before them.
// An encrypted one needs none: its own tag vouches for every byte.
const LENGTH = 64;

export const UNSEALED = "0".repeat(LENGTH);

/** Seals a written backup, sees it safely on disk, and returns the SHA-256 of the whole file. */
export async function seal(file, encrypted) {
  const { size } = await stat(file);
  const end = encrypted ? size : size - LENGTH;
  const hash = await hashUpTo(file, end);
  const handle = await open(file, "r+");
  try {
    if (!encrypted) {
      const text = Buffer.from(hash.copy().digest("hex"));
      await handle.write(text, 0, LENGTH, end);
      hash.update(text);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest("hex");
}

/** Is a plain backup, byte for byte, what was written? */
export async function isSealed(file, comment) {
  const { size } = await stat(file);
  return (await hashUpTo(file, size - LENGTH)).digest("hex") === comment;
}

async function hashUpTo(file, end) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { end: end - 1 })) hash.update(chunk);
  return hash;
}
