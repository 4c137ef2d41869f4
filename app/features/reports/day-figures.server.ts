import type { Day } from "~/domain/calendar";
import { reachOf } from "~/domain/permission";
import type { Span } from "~/domain/report-period";
import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";
import { type Amounts, FIGURES, type FigureName, NOTHING } from "./figures";

/** What was counted of one kind on one business day: net as reports have it, and gross. */
export type DayFigures = { kind: string; on: Day; net: Amounts; gross: Amounts };

type Row = Record<"count" | "placedCount", number> &
  Record<"amount" | "area" | "placedAmount" | "placedArea", string> & { kind: string; on: Day };

const SUMMED = `SELECT kind::text AS kind, "businessOn"::text AS on, sum(count)::int AS count,
    sum("amountFen")::text AS amount, sum("areaCentiares")::text AS area, sum("placedCount")::int AS "placedCount",
    sum("placedFen")::text AS "placedAmount", sum("placedCentiares")::text AS "placedArea"
  FROM "FactSummary" WHERE "projectId" = $1 AND "businessOn" BETWEEN $2 AND $3 GROUP BY 1, 2`;
const COUNTED = `SELECT kind::text AS kind, "businessOn"::text AS on, sum(sign)::int AS count,
    sum(sign * "amountFen")::text AS amount, sum(sign * "areaCentiares")::text AS area,
    (count(*) FILTER (WHERE sign = 1))::int AS "placedCount",
    coalesce(sum("amountFen") FILTER (WHERE sign = 1), 0)::text AS "placedAmount",
    coalesce(sum("areaCentiares") FILTER (WHERE sign = 1), 0)::text AS "placedArea"
  FROM "Fact" WHERE "projectId" = $1 AND "businessOn" BETWEEN $2 AND $3 AND "userId" = $4 GROUP BY 1, 2`;

/**
 * Every figure of every business day between two days: from the summaries for those who see the whole project, from
 * their own facts for those who see only these.
 */
export async function dayFigures(ctx: Ctx, { from, to }: Span): Promise<DayFigures[]> {
  const all = reachOf(ctx.permissions, "report:read") === "scope";
  const asked = [ctx.projectId, from, to];
  const { rows } = all
    ? await pool.query<Row>({ name: "day-figures", text: SUMMED, values: asked })
    : await pool.query<Row>({ name: "own-day-figures", text: COUNTED, values: [...asked, ctx.actorId] });
  return rows.map((row) => ({
    kind: row.kind,
    on: row.on,
    net: { count: row.count, amount: Number(row.amount), area: Number(row.area) },
    gross: { count: row.placedCount, amount: Number(row.placedAmount), area: Number(row.placedArea) },
  }));
}

/** One figure of a span, out of the days it was read for. */
export function figureOf(days: readonly DayFigures[], name: FigureName, { from, to }: Span): Amounts {
  const { counts, takesBack, gross } = FIGURES[name];
  return days
    .filter(({ on }) => on >= from && on <= to)
    .reduce((sum, day) => {
      const times = counts.some((kind) => kind === day.kind) ? 1 : takesBack.some((kind) => kind === day.kind) ? -1 : 0;
      return times === 0 ? sum : plus(sum, gross ? day.gross : day.net, times);
    }, NOTHING);
}

function plus(sum: Amounts, more: Amounts, times: number): Amounts {
  return {
    count: sum.count + times * more.count,
    amount: sum.amount + times * more.amount,
    area: sum.area + times * more.area,
  };
}
