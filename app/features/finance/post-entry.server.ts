import type { Day } from "~/domain/calendar";
import { type Entry, isBalanced } from "~/domain/ledger";
import type { LedgerKind } from "~/domain/ledger-kind";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { Prisma } from "~/platform/prisma/client";
import { type Writes, writeTogether } from "~/platform/write-together.server";

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
  await writeTogether(tx, entryRows(by, entries));
}

/** The same as writes, for those who post together with other rows. A line is written only beside an entry that stands. */
export function entryRows({ projectId, actorId, now }: Acting, entries: readonly NewEntry[]): Writes {
  const posted = entries.filter(({ postings }) => postings.length > 0).map((entry) => ({ ...entry, id: newId() }));
  if (posted.length === 0) return {};
  if (!posted.every(({ postings }) => isBalanced(postings))) throw new Error("an entry whose sides differ");
  const given = posted.map(({ postings: _, ...entry }) => entry);
  return {
    entry: Prisma.sql`
      INSERT INTO "LedgerEntry" (id, "projectId", "sellerId", kind, "dealId", "paymentId", "receiptId", "reversesId",
        "businessOn", "recordedAt", "byId")
      SELECT id, ${projectId}::uuid, "sellerId", kind, "dealId", "paymentId", "receiptId", "reversesId", "businessOn",
        ${now}::timestamptz, ${actorId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS e(id uuid, "sellerId" uuid, kind text, "dealId" uuid,
        "paymentId" uuid, "receiptId" uuid, "reversesId" uuid, "businessOn" date)
      RETURNING id`,
    line: Prisma.sql`
      INSERT INTO "LedgerLine" ("entryId", position, account, "amountFen")
      SELECT entry.id, l.position, l.account, l."amountFen"
      FROM jsonb_to_recordset(${JSON.stringify(posted.flatMap(linesOf))}::jsonb) AS l("entryId" uuid, position int,
        account "LedgerAccount", "amountFen" bigint) JOIN entry ON entry.id = l."entryId"`,
  };
}

function linesOf({ id: entryId, postings }: { id: string; postings: Entry }) {
  return postings.map(({ account, side, amount }, position) => ({
    ...{ entryId, position, account, amountFen: side === "DEBIT" ? amount : -amount },
  }));
}
