import type { Day } from "~/domain/calendar";
import { type Entry, isBalanced } from "~/domain/ledger";
import type { LedgerKind } from "~/domain/ledger-kind";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { dateOf } from "~/platform/stored-day.server";

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
  await tx.ledgerEntry.createMany({
    data: posted.map(({ postings: _, businessOn, ...entry }) => ({
      ...entry,
      projectId: by.projectId,
      businessOn: dateOf(businessOn),
      recordedAt: by.now,
      byId: by.actorId,
    })),
  });
  await tx.ledgerLine.createMany({ data: posted.flatMap(linesOf) });
}

function linesOf({ id, postings }: { id: string; postings: Entry }) {
  return postings.map(({ account, side, amount }, position) => ({
    entryId: id,
    position,
    account,
    amountFen: BigInt(side === "DEBIT" ? amount : -amount),
  }));
}
