import { type Refusal, Refused } from "~/domain/refusal";
import { pool } from "~/platform/db.server";
import { openIdNumber } from "./id-number-at-rest.server";

/** ID numbers that the data keys of this server do not open, by the name of the key that closed them. */
export type KeyTrouble = { keyId: string; people: number; refusal: Refusal };

type Row = { id: string; idCipher: Buffer; idKeyId: string };

/**
 * Tries the oldest and the newest ID number of each key. Empty while the keys are those of the data; after a restore on
 * another machine it names the keys that were left behind.
 */
export async function checkDataKeys(): Promise<KeyTrouble[]> {
  const { rows } = await pool.query<Row & { people: number }>(
    `SELECT p.id, p."idCipher", p."idKeyId", k.people FROM (
       SELECT "idKeyId", count(*)::int AS people, min(id::text) AS oldest, max(id::text) AS newest
       FROM "Person" WHERE "idCipher" IS NOT NULL GROUP BY 1
     ) k JOIN "Person" p ON p.id IN (k.oldest::uuid, k.newest::uuid) ORDER BY p."idKeyId"`,
  );
  const troubles = new Map<string, KeyTrouble>();
  for (const { people, ...row } of rows) {
    const refusal = whyNot(row);
    if (refusal) troubles.set(row.idKeyId, { keyId: row.idKeyId, people, refusal });
  }
  return [...troubles.values()];
}

/** Why this ID number cannot be read here; null where it can. */
export function whyNot(row: Row): Refusal | null {
  try {
    openIdNumber(row);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
