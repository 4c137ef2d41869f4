import { may, reachOf } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Span } from "~/domain/report-period";
import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";
import { type Amounts, FIGURES, type FigureName } from "./figures";

/** One fact behind a figure; `sign` −1 takes back what was counted before. */
export type FactRow = {
  seq: string;
  on: string;
  sign: number;
  dealId: string | null;
  customerId: string | null;
  unit: string | null;
  who: string | null;
  amount: number;
  area: number;
};
export type FactPage = { rows: FactRow[]; total: Amounts; next: string | null };

const PAGE = 100;

const PLACES = `FROM "Fact" f WHERE f."projectId" = $1 AND f."businessOn" BETWEEN $2 AND $3
  AND f.kind::text = ANY ($4) AND (f.sign = 1 OR NOT $5) AND ($6::uuid IS NULL OR f."userId" = $6::uuid)`;
const SIGN = `(f.sign * CASE WHEN f.kind::text = ANY ($7) THEN -1 ELSE 1 END)`;

const ROWS = `SELECT f.seq::text, f."businessOn"::text AS on, ${SIGN} AS sign, f."dealId", f."customerId",
    (SELECT label FROM "Unit" u WHERE u.id = f."unitId") AS unit, (SELECT name FROM "User" o WHERE o.id = f."userId") AS who,
    (${SIGN} * f."amountFen")::text AS amount, ${SIGN} * f."areaCentiares" AS area
  ${PLACES} AND ($8::bigint IS NULL OR f.seq < $8) ORDER BY f.seq DESC LIMIT ${PAGE + 1}`;
const TOTAL = `SELECT coalesce(sum(${SIGN}), 0)::int AS count, coalesce(sum(${SIGN} * f."amountFen"), 0)::text AS amount,
    coalesce(sum(${SIGN} * f."areaCentiares"), 0)::text AS area ${PLACES}`;

/** The facts that one figure of a span is the sum of, the latest first, and that sum. */
export async function listFacts(ctx: Ctx, name: FigureName, span: Span, after: string | null): Promise<FactPage> {
  demand(may(ctx.permissions, "report:read"));
  const money = may(ctx.permissions, "report:read_money").ok;
  if (name === "receipts") demand(may(ctx.permissions, "report:read_money"));
  const { counts, takesBack, gross } = FIGURES[name];
  const own = reachOf(ctx.permissions, "report:read") === "scope" ? null : ctx.actorId;
  const asked = [ctx.projectId, span.from, span.to, [...counts, ...takesBack], gross, own, takesBack];
  const [found, total] = await Promise.all([
    pool.query<FactRow>(ROWS, [...asked, after]),
    pool.query<Record<keyof Amounts, string>>(TOTAL, asked),
  ]);
  const rows = found.rows.slice(0, PAGE).map((row) => ({ ...row, amount: money ? Number(row.amount) : 0 }));
  const sum = total.rows[0];
  return {
    rows,
    total: { count: Number(sum?.count), amount: money ? Number(sum?.amount) : 0, area: Number(sum?.area) },
    next: found.rows.length > PAGE ? (rows.at(-1)?.seq ?? null) : null,
  };
}
