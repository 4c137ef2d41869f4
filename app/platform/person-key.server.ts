import { newKey, open, openWith, seal, sealWith } from "./crypto.server";
import type { Tx } from "./db.server";

// Every person has a key of their own. What the house must keep though it is about somebody (messages as they left) is
// closed with it; when the key's row is dropped, nobody reads it again, in no backup made afterwards either.

const subjectOf = (personId: string) => `person-key:${personId}`;

/** Closes a text with the person's key, which is made at first use. */
export async function sealFor(
  tx: Tx,
  personId: string,
  text: string,
  subject: string,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const found = (await keyOf(tx, personId)) ?? (await makeKey(tx, personId, now));
  return sealWith(found, text, subject);
}

/** Opens what `sealFor` closed; null once the person's key is gone. */
export async function openFor(tx: Tx, personId: string, cipher: Uint8Array, subject: string): Promise<string | null> {
  const key = await keyOf(tx, personId);
  return key && openWith(key, cipher, subject);
}

async function keyOf(tx: Tx, personId: string): Promise<Buffer | null> {
  const row = await tx.personKey.findUnique({ where: { personId } });
  return row && Buffer.from(open(row, subjectOf(personId)), "hex");
}

async function makeKey(tx: Tx, personId: string, now: Date): Promise<Buffer> {
  const { cipher, keyId } = seal(newKey().toString("hex"), subjectOf(personId));
  await tx.personKey.createMany({ data: [{ personId, cipher, keyId, createdAt: now }], skipDuplicates: true });
  const made = await keyOf(tx, personId);
  if (!made) throw new Error("a person's key was dropped while it was made");
  return made;
}
