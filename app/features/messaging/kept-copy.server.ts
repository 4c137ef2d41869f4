import { z } from "zod";
import { Refused } from "~/domain/refusal";
import { open, seal } from "~/platform/crypto.server";
import type { Tx } from "~/platform/db.server";
import { openFor, sealFor } from "~/platform/person-key.server";
import type { OutboxMessage } from "~/platform/prisma/client";
import { composeMessage, type Letter } from "./compose-message.server";

type Row = Pick<OutboxMessage, "id" | "personId" | "copyCipher" | "copyKeyId">;

const letterSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() });
/** In the column that names the data key: it was the person's own key. */
const OWN_KEY = "person";
const subjectOf = (id: string) => `outbox-copy:${id}`;

/** Closes a letter for its row: with the key of the person it went to; what went to staff with the data key. */
export async function closeCopy(tx: Tx, { id, personId }: Pick<Row, "id" | "personId">, letter: Letter, now: Date) {
  const text = JSON.stringify(letter);
  if (personId) return { copyCipher: await sealFor(tx, personId, text, subjectOf(id), now), copyKeyId: OWN_KEY };
  const { cipher, keyId } = seal(text, subjectOf(id));
  return { copyCipher: cipher, copyKeyId: keyId };
}

/** The letter as it left; null where there is none, or where the person's key was dropped. */
export async function readCopy(tx: Tx, { id, personId, copyCipher, copyKeyId }: Row): Promise<Letter | null> {
  if (!copyCipher || !copyKeyId) return null;
  const text = personId
    ? await openFor(tx, personId, copyCipher, subjectOf(id))
    : open({ cipher: copyCipher, keyId: copyKeyId }, subjectOf(id));
  return text === null ? null : letterSchema.parse(JSON.parse(text));
}

/** A message's words: as they left, else as they would leave now. */
export async function letterOf(tx: Tx, row: OutboxMessage): Promise<Letter | null> {
  return (await readCopy(tx, row)) ?? (await composeMessage(tx, row));
}

/** The same for a screen: what the keys of this server do not open is not shown, and does not stand in the way of the rest. */
export async function shownLetter(tx: Tx, row: OutboxMessage): Promise<Letter | null> {
  try {
    return await letterOf(tx, row);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
