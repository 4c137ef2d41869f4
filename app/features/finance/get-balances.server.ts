import { addDays, type Month, monthPeriod } from "~/domain/calendar";
import { ACCOUNTS, type Account } from "~/domain/ledger";
import { type Fen, fen } from "~/domain/money";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** One account of a seller over a month: debits less credits at its ends, and what moved between. */
export type Balance = { account: Account; opening: Fen; debit: Fen; credit: Fen; closing: Fen };

type Row = { account: Account; opening: bigint; debit: bigint; credit: bigint };

/** Balances of every account that ever moved, from the summaries that stand beside the lines. */
export async function getBalances(ctx: Ctx, sellerId: string, month: Month): Promise<Balance[]> {
  demand(may(ctx.permissions, "ledger:read"));
  const { from } = monthPeriod(month);
  const rows = await db.$queryRaw<Row[]>`
    SELECT account::text AS account,
      coalesce(sum("debitFen" - "creditFen") FILTER (WHERE month < ${from}::date), 0)::bigint AS opening,
      coalesce(sum("debitFen") FILTER (WHERE month = ${from}::date), 0)::bigint AS debit,
      coalesce(sum("creditFen") FILTER (WHERE month = ${from}::date), 0)::bigint AS credit
    FROM "LedgerBalance" WHERE "sellerId" = ${sellerId}::uuid AND month <= ${from}::date GROUP BY account`;
  return inOrder(rows);
}

/** The same from the lines themselves, entry by entry: what the summaries must equal. */
export async function scanBalances(sellerId: string, month: Month): Promise<Balance[]> {
  const { from, to } = monthPeriod(month);
  const end = addDays(to, 1);
  const rows = await db.$queryRaw<Row[]>`
    SELECT l.account::text AS account,
      coalesce(sum(l."amountFen") FILTER (WHERE e."businessOn" < ${from}::date), 0)::bigint AS opening,
      coalesce(sum(l."amountFen") FILTER (WHERE e."businessOn" >= ${from}::date AND l."amountFen" > 0), 0)::bigint AS debit,
      coalesce(-sum(l."amountFen") FILTER (WHERE e."businessOn" >= ${from}::date AND l."amountFen" < 0), 0)::bigint AS credit
    FROM "LedgerLine" l JOIN "LedgerEntry" e ON e.id = l."entryId"
    WHERE e."sellerId" = ${sellerId}::uuid AND e."businessOn" < ${end}::date GROUP BY l.account`;
  return inOrder(rows);
}

function inOrder(rows: readonly Row[]): Balance[] {
  return rows
    .map(({ account, opening, debit, credit }) => ({
      account,
      opening: fen(opening),
      debit: fen(debit),
      credit: fen(credit),
      closing: fen(opening + debit - credit),
    }))
    .toSorted((a, b) => ACCOUNTS.indexOf(a.account) - ACCOUNTS.indexOf(b.account));
}
