import type { Day } from "~/domain/calendar";
import { reachOf } from "~/domain/permission";
import type { Span } from "~/domain/report-period";
import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";
import { type Amounts, FIGURES, type FigureName, NOTHING } from "./figures";

/** What was counted of one kind on one business day: net as reports have it, and gross. */
export type DayFigures = { kind: string; on: Day; net: Amounts; gross: Amounts };

type Row = { kind: string; on: Day; count: number; amount: string; area: string; gross: boolean };

const SUMMED = `SELECT kind::text AS kind, "businessOn"::text AS on, sum(count)::int AS count,
    sum("amountFen")::text AS amount, sum("areaCentiares")::text AS area, false AS gross
  FROM "FactSummary" WHERE "projectId" = $1 AND "businessOn" BETWEEN $2 AND $3 AND $4::uuid IS NULL GROUP BY 1, 2`;
const COUNTED = `SELECT kind::text, "businessOn"::text, sum(sign)::int, sum(sign * "amountFen")::text,
    sum(sign * "areaCentiares")::text, false
  FROM "Fact" WHERE "projectId" = $1 AND "businessOn" BETWEEN $2 AND $3 AND "userId" = $4::uuid GROUP BY 1, 2`;
const PLACED = `SELECT kind::text, "businessOn"::text, count(*)::int, sum("amountFen")::text,
    sum("areaCentiares")::text, true
  FROM "Fact" WHERE "projectId" = $1 AND "businessOn" BETWEEN $2 AND $3 AND sign = 1
    AND kind IN ('VISIT_FIRST', 'HOLD', 'SUBSCRIPTION', 'CONTRACT') AND ($4::uuid IS NULL OR "userId" = $4::uuid)
  GROUP BY 1, 2`;

/**
 * Every figure of every business day between two days: from the summaries for those who see the whole project, from
 * their own facts for those who see only these.
 */
export async function dayFigures(ctx: Ctx, { from, to }: Span): Promise<DayFigures[]> {
  const own = reachOf(ctx.permissions, "report:read") === "scope" ? null : ctx.actorId;
  const { rows } = await pool.query<Row>(`${SUMMED} UNION ALL ${COUNTED} UNION ALL ${PLACED}`, [
    ctx.projectId,
    from,
    to,
    own,
  ]);
  const days = new Map<string, DayFigures>();
  for (const { kind, on, count, amount, area, gross } of rows) {
    const key = `${kind} ${on}`;
    const known = days.get(key) ?? { kind, on, net: NOTHING, gross: NOTHING };
    const amounts = { count, amount: Number(amount), area: Number(area) };
    days.set(key, { ...known, [gross ? "gross" : "net"]: amounts });
  }
  return [...days.values()];
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
