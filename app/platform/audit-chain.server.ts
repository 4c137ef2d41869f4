import { createHash } from "node:crypto";
import { pool, type Tx } from "./db.server";

// Hash-chaining inside each transaction would make all writers wait for one another, so one sealer follows them: about
// once a second it chains what was committed since, in the order of commit.

/** An entry as it is hashed. Its transaction's number is left out: a restored database counts them anew. */
type Entry = {
  seq: string;
  at: string;
  actorId: string | null;
  projectId: string | null;
  requestId: string;
  action: string;
  subject: string;
  before: string | null;
  after: string | null;
  reason: string | null;
};

const BATCH = 2_000;
const GENESIS = "0".repeat(64);

// jsonb has one text for one value: keys in a fixed order, no idle spaces.
const ENTRY = `e.seq::text, to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS') AS at, e."actorId", e."projectId", e."requestId",
  e.action, e.subject, e.before::text AS before, e.after::text AS after, e.reason`;

function hashAfter(previous: string, entry: Entry): string {
  const { seq, at, actorId, projectId, requestId, action, subject, before, after, reason } = entry;
  const content = JSON.stringify([seq, at, actorId, projectId, requestId, action, subject, before, after, reason]);
  return createHash("sha256").update(`${previous}\n${content}`).digest("hex");
}

/**
 * Seals what was committed since the last time; returns how many. Only one process does so at a time (`alone`).
 * Transactions older than the oldest one under way have all ended, so nothing can still slip in before them.
 */
export async function sealAudit(tx: Tx): Promise<number> {
  const [last] = await tx.$queryRaw<{ position: bigint; hash: string; xid: bigint | null }[]>`
    SELECT s.position, s.hash, e.xid FROM "AuditSeal" s LEFT JOIN "AuditEntry" e ON e.seq = s."entrySeq"
    ORDER BY s.position DESC LIMIT 1`;
  const entries = await tx.$queryRawUnsafe<Entry[]>(
    `SELECT ${ENTRY} FROM "AuditEntry" e
     WHERE e.xid >= $1::bigint AND e.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
       AND NOT EXISTS (SELECT FROM "AuditSeal" s WHERE s."entrySeq" = e.seq)
     ORDER BY e.xid, e.seq LIMIT ${BATCH}`,
    String(last?.xid ?? 0),
  );
  let { position, hash } = last ?? { position: 0n, hash: GENESIS };
  const seals = entries.map((entry) => {
    position += 1n;
    hash = hashAfter(hash, entry);
    return { position, entrySeq: BigInt(entry.seq), hash };
  });
  if (seals.length > 0) await tx.auditSeal.createMany({ data: seals });
  return seals.length;
}

export type AuditCheck = {
  ok: boolean;
  sealed: number;
  /** Written, not sealed yet: the tail that the chain does not vouch for. */
  unsealed: number;
  /** The first entry or seal that does not fit. */
  broken: { position: string; reason: "SEAL_MISSING" | "ENTRY_MISSING" | "ENTRY_CHANGED" } | null;
};

type Link = Partial<Entry> & { position: string; hash: string };

/** Recomputes the whole chain, link by link, in one consistent view of the database. */
export async function checkAudit(): Promise<AuditCheck> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    let [sealed, previous, broken] = [0, GENESIS, null as AuditCheck["broken"]];
    for (let after = "0"; !broken; ) {
      const { rows } = await client.query<Link>(
        `SELECT s.position::text, s.hash, ${ENTRY} FROM "AuditSeal" s LEFT JOIN "AuditEntry" e ON e.seq = s."entrySeq"
         WHERE s.position > $1 ORDER BY s.position LIMIT ${BATCH}`,
        [after],
      );
      if (rows.length === 0) break;
      for (const link of rows) {
        const fault = faultOf(link, sealed + 1, previous);
        if (fault) {
          broken = { position: String(sealed + 1), reason: fault };
          break;
        }
        sealed += 1;
        previous = link.hash;
      }
      after = rows.at(-1)?.position ?? after;
    }
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM "AuditEntry" e
       WHERE NOT EXISTS (SELECT FROM "AuditSeal" s WHERE s."entrySeq" = e.seq)`,
    );
    return { ok: !broken, sealed, unsealed: rows[0]?.count ?? 0, broken };
  } finally {
    await client.query("COMMIT");
    client.release();
  }
}

function faultOf(link: Link, expected: number, previous: string) {
  if (link.position !== String(expected)) return "SEAL_MISSING";
  if (!link.seq) return "ENTRY_MISSING";
  return hashAfter(previous, link as Entry) === link.hash ? null : "ENTRY_CHANGED";
}
