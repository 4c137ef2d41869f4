import { type Refusal, Refused } from "~/domain/refusal";
import { indexesOf, indexOf, open, seal } from "~/platform/crypto.server";
import type { Tx } from "~/platform/db.server";

type Stored = { id: string; idCipher: Uint8Array | null; idKeyId: string | null };

/** The columns of a person's ID number: encrypted, and findable by the whole and by the last four. */
export function idNumberColumns(personId: string, number: string) {
  const { cipher, keyId } = seal(number, `person:${personId}`);
  return {
    idCipher: cipher,
    idKeyId: keyId,
    idIndex: indexOf("id-number", number),
    idTailIndex: indexOf("id-tail", number.slice(-4)),
  };
}

/**
 * A stored ID number in clear; null where there is none. Whoever calls this keeps or masks what comes back. Refuses
 * data_key_missing and data_key_other where the data keys of this server do not open it.
 */
export function openIdNumber({ id, idCipher, idKeyId }: Stored): string | null {
  return idCipher && idKeyId ? open({ cipher: idCipher, keyId: idKeyId }, `person:${id}`) : null;
}

/** What everybody may see of a stored ID number, or why even that cannot be read here. */
export function maskedIdNumber(person: Stored): { masked: string | null; unreadable: Refusal | null } {
  try {
    const number = openIdNumber(person);
    return { masked: number && maskIdNumber(number), unreadable: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { masked: null, unreadable: error.refusal };
  }
}

/** The person who has this ID number, under whichever key it was written. */
export async function personWithIdNumber(tx: Tx, number: string): Promise<{ id: string; name: string } | null> {
  return tx.person.findFirst({
    where: { idIndex: { in: indexesOf("id-number", number) } },
    select: { id: true, name: true },
  });
}

/** What everybody sees: the first three and the last four. */
export function maskIdNumber(number: string): string {
  if (number.length < 10) return `****${number.slice(-2)}`;
  return `${number.slice(0, 3)}${"*".repeat(number.length - 7)}${number.slice(-4)}`;
}
