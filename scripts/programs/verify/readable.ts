import type { PoolClient } from "pg";
import { whyNot } from "~/features/customers/check-data-keys.server";

const BATCH = 2_000;

type Row = { id: string; idCipher: Buffer; idKeyId: string };

/** People whose ID number does not open with the data keys given, one text each; read in batches, by id. */
export async function unreadablePeople(client: PoolClient): Promise<string[]> {
  const found: string[] = [];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await client.query<Row>(
      `SELECT id, "idCipher", "idKeyId" FROM "Person" WHERE id > $1 AND "idCipher" IS NOT NULL ORDER BY id LIMIT ${BATCH}`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return found;
    after = last.id;
    for (const row of rows) {
      const refusal = whyNot(row);
      if (refusal) found.push(`person ${row.id}: ${sentence(refusal.code, row.idKeyId)}`);
    }
  }
}

function sentence(code: string, keyId: string): string {
  return code === "data_key_missing"
    ? `data key "${keyId}" is missing from DATA_KEYS`
    : `another data key than the "${keyId}" that is here, or altered`;
}
