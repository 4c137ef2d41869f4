import { checkAudit } from "~/platform/audit-chain.server";
import { pool } from "~/platform/db.server";
import { FileDamaged, readFile } from "~/platform/files.server";
import { INVARIANTS } from "./invariants";
import { unreadablePeople } from "./readable";

/** `detail` names every violation, one a line; of the audit chain it says how far it goes. */
export type Check = { name: string; ok: boolean; count: number; detail: string };

/** Every check in turn, in one consistent view of the database. */
export async function runChecks(): Promise<Check[]> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const checks: Check[] = [];
    for (const { name, violations } of INVARIANTS) {
      const { rows } = await client.query<unknown[]>({ text: violations, rowMode: "array" });
      checks.push(
        checkOf(
          name,
          rows.map(([text]) => String(text)),
        ),
      );
    }
    const { rows: kept } = await client.query<{ sha256: string; name: string }>(
      `SELECT sha256, "fileName" AS name FROM "DealDocument" UNION SELECT sha256, name FROM "Attachment"`,
    );
    checks.push(checkOf("kept files are whole", await damaged(kept)));
    checks.push(checkOf("ID numbers open with the data keys", await unreadablePeople(client)));
    return [...checks, await auditCheck()];
  } finally {
    await client.query("COMMIT");
    client.release();
  }
}

function checkOf(name: string, violations: readonly string[]): Check {
  return { name, ok: violations.length === 0, count: violations.length, detail: violations.join("\n") };
}

async function damaged(files: readonly { sha256: string; name: string }[]): Promise<string[]> {
  const found: string[] = [];
  for (const { sha256, name } of files) {
    try {
      await readFile(sha256);
    } catch (error) {
      if (!(error instanceof FileDamaged)) throw error;
      found.push(name);
    }
  }
  return found;
}

async function auditCheck(): Promise<Check> {
  const { ok, sealed, unsealed, broken } = await checkAudit();
  const detail = broken ? `${broken.reason} at ${broken.position}` : `${sealed} sealed, ${unsealed} not sealed yet`;
  return { name: "audit chain", ok, count: ok ? 0 : 1, detail };
}
