import { type Day, type Month, monthOf } from "~/domain/calendar";
import { monthsAround } from "~/domain/report-period";
import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";

/** Money of one month in fen: what schedules said would come, and what came less what went back. */
export type CashMonth = { month: Month; due: number; received: number };

const BACK = 5;
const AHEAD = 6;

const DUE = `SELECT to_char(month, 'YYYY-MM') AS month, sum("amountFen")::text AS fen FROM "DueSummary"
  WHERE "projectId" = $1 AND month BETWEEN $2 AND $3 GROUP BY 1`;
const RECEIVED = `SELECT to_char("businessOn", 'YYYY-MM') AS month,
    sum(CASE kind WHEN 'RECEIPT' THEN "amountFen" ELSE -"amountFen" END)::text AS fen FROM "FactSummary"
  WHERE "projectId" = $1 AND "businessOn" BETWEEN $2 AND $3 AND kind IN ('RECEIPT', 'REFUND') GROUP BY 1`;

/** Half a year back and half a year ahead, month by month. */
export async function getCashIn(ctx: Pick<Ctx, "projectId">, today: Day): Promise<CashMonth[]> {
  const months = monthsAround(today, BACK, AHEAD);
  const params = [ctx.projectId, months[0]?.from, months.at(-1)?.to];
  const [due, received] = await Promise.all([byMonth(DUE, params), byMonth(RECEIVED, params)]);
  return months.map(({ from }) => {
    const month = monthOf(from);
    return { month, due: due.get(month) ?? 0, received: received.get(month) ?? 0 };
  });
}

async function byMonth(question: string, params: unknown[]): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ month: string; fen: string }>(question, params);
  return new Map(rows.map(({ month, fen }) => [month, Number(fen)]));
}
