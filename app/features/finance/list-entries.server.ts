import { type Day, type Month, monthPeriod, nextMonth } from "~/domain/calendar";
import type { Account } from "~/domain/ledger";
import type { LedgerKind } from "~/domain/ledger-kind";
import { type Fen, fen } from "~/domain/money";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { dateOf, dayOf } from "~/platform/stored-day.server";

export type EntryView = {
  id: string;
  seq: string;
  kind: LedgerKind;
  businessOn: Day;
  recordedAt: Date;
  paymentId: string | null;
  dealId: string | null;
  units: string;
  receiptNumber: string | null;
  lines: { account: Account; debit: Fen; credit: Fen }[];
};
export type EntryPage = { rows: EntryView[]; next: string | null; count: number };

const PAGE = 25;

/** Entries of a seller in a month, the newest first; `after` is the number of the last one seen. */
export async function listEntries(
  ctx: Ctx,
  sellerId: string,
  month: Month,
  after: string | null,
  limit = PAGE,
): Promise<EntryPage> {
  demand(may(ctx.permissions, "ledger:read"));
  const { from } = monthPeriod(month);
  const to = monthPeriod(nextMonth(month)).from;
  const where = { sellerId, projectId: ctx.projectId, businessOn: { gte: dateOf(from), lt: dateOf(to) } };
  const [rows, count] = await Promise.all([
    db.ledgerEntry.findMany({
      where: after && /^\d{1,18}$/.test(after) ? { ...where, seq: { lt: BigInt(after) } } : where,
      include: { lines: { orderBy: { position: "asc" } } },
      orderBy: { seq: "desc" },
      take: limit + 1,
    }),
    db.ledgerEntry.count({ where }),
  ]);
  const shown = rows.slice(0, limit);
  const names = await namesOf(shown);
  return {
    rows: shown.map((row) => ({
      id: row.id,
      seq: String(row.seq),
      kind: row.kind as LedgerKind,
      businessOn: dayOf(row.businessOn),
      recordedAt: row.recordedAt,
      paymentId: row.paymentId,
      dealId: row.dealId,
      units: (row.dealId && names.units.get(row.dealId)) ?? "",
      receiptNumber: (row.receiptId && names.receipts.get(row.receiptId)) ?? null,
      lines: row.lines.map(({ account, amountFen }) => ({
        account,
        debit: fen(amountFen > 0n ? amountFen : 0n),
        credit: fen(amountFen < 0n ? -amountFen : 0n),
      })),
    })),
    next: rows.length > limit ? String(shown.at(-1)?.seq) : null,
    count,
  };
}

async function namesOf(rows: readonly { dealId: string | null; receiptId: string | null }[]) {
  const [claims, receipts] = await Promise.all([
    db.claim.findMany({
      where: { dealId: { in: rows.flatMap(({ dealId }) => dealId ?? []) } },
      select: { dealId: true, unit: { select: { label: true } } },
      orderBy: { since: "asc" },
    }),
    db.receipt.findMany({
      where: { id: { in: rows.flatMap(({ receiptId }) => receiptId ?? []) } },
      select: { id: true, number: true },
    }),
  ]);
  const units = new Map<string, string>();
  for (const { dealId, unit } of claims) {
    if (dealId) units.set(dealId, [units.get(dealId), unit.label].filter(Boolean).join("、"));
  }
  return { units, receipts: new Map(receipts.map(({ id, number }) => [id, number])) };
}
