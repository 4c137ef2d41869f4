import type { Day } from "~/domain/calendar";
import { type Entry, isBalanced } from "~/domain/ledger";
import type { LedgerKind } from "~/domain/ledger-kind";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";

export type NewEntry = {
  sellerId: string;
  kind: LedgerKind;
  /** Debits and credits (app/domain/ledger.ts); an empty entry is not written. */
  postings: Entry;
  businessOn: Day;
  dealId?: string;
  paymentId?: string;
  receiptId?: string;
  /** The entry that this one undoes. */
  reversesId?: string;
};

/**
 * Writes what a command posts, all of it at once: the summaries are then locked in one order, whatever the command.
 * Entries are immutable; the database refuses one whose debits and credits differ.
 */
export async function postEntries(tx: Tx, by: Acting, entries: readonly NewEntry[]): Promise<void> {
  const posted = entries.filter(({ postings }) => postings.length > 0).map((entry) => ({ ...entry, id: newId() }));
  if (posted.length === 0) return;
  if (!posted.every(({ postings }) => isBalanced(postings))) throw new Error("an entry whose sides differ");
  const given = posted.map(({ postings, ...entry }) => ({ ...entry, lines: linesOf(postings) }));
  await tx.$executeRawUnsafe(ENTRIES, by.projectId, by.now, by.actorId, JSON.stringify(given));
}

// $1 project, $2 now, $3 actor, $4 entries with their lines. A line is written only beside an entry that stands.
const ENTRIES = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($4::jsonb) AS g(id uuid, "sellerId" uuid, kind text, "dealId" uuid, "paymentId" uuid,
    "receiptId" uuid, "reversesId" uuid, "businessOn" date, lines jsonb)
), entry AS (
  INSERT INTO "LedgerEntry" (id, "projectId", "sellerId", kind, "dealId", "paymentId", "receiptId", "reversesId",
    "businessOn", "recordedAt", "byId")
  SELECT id, $1::uuid, "sellerId", kind, "dealId", "paymentId", "receiptId", "reversesId", "businessOn", $2::timestamptz,
    $3::uuid
  FROM given RETURNING id
)
INSERT INTO "LedgerLine" ("entryId", position, account, "amountFen")
SELECT entry.id, l.position, l.account, l."amountFen"
FROM entry JOIN given USING (id),
  jsonb_to_recordset(lines) AS l(position int, account "LedgerAccount", "amountFen" bigint)`;

function linesOf(postings: Entry) {
  return postings.map(({ account, side, amount }, position) => ({
    ...{ position, account, amountFen: side === "DEBIT" ? amount : -amount },
  }));
}
