import { type Day, dayIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { type Compared, comparedPeriod, PERIODS, type PeriodName } from "~/domain/report-period";
import type { Ctx } from "~/platform/context.server";
import { getCashIn } from "./cash-in.server";
import { type DayFigures, dayFigures, figureOf } from "./day-figures.server";
import { type Amounts, FIGURE_NAMES, FIGURES, type FigureName } from "./figures";
import { listAlerts } from "./list-alerts.server";
import { getSellThrough } from "./sell-through.server";

export type ComparedFigure = { now: Amounts; before: Amounts };
export type CockpitFigures = Record<FigureName, ComparedFigure>;

/** The first page of the management: what was done in the period, what is sold, what comes in, what is late. */
export async function getCockpit(ctx: Ctx, name: PeriodName) {
  demand(may(ctx.permissions, "report:read"));
  const money = may(ctx.permissions, "report:read_money").ok;
  const today = dayIn(ctx.timeZone, ctx.now);
  const spans = Object.fromEntries(PERIODS.map((one) => [one, comparedPeriod(one, today)])) as Record<
    PeriodName,
    Compared
  >;
  const span = spans[name];
  const [days, sellThrough, cashIn, alerts] = await Promise.all([
    dayFigures(ctx, { from: span.before.from, to: span.now.to }),
    getSellThrough(ctx),
    money ? getCashIn(ctx, today) : null,
    listAlerts(ctx, today),
  ]);
  return {
    today: today as Day,
    period: name,
    span,
    money,
    figures: figuresOf(days, span, money),
    funnel: funnelOf(days, span),
    sellThrough: money
      ? sellThrough
      : sellThrough.map((row) => ({ ...row, releasedFen: null, soldFen: null, signedFen: null })),
    cashIn,
    alerts,
  };
}

export type Cockpit = Awaited<ReturnType<typeof getCockpit>>;

function figuresOf(days: readonly DayFigures[], { now, before }: Compared, money: boolean): CockpitFigures {
  const shown = (amounts: Amounts) => (money ? amounts : { ...amounts, amount: 0 });
  return Object.fromEntries(
    FIGURE_NAMES.filter((figure) => money || figure !== "receipts").map((figure) => [
      figure,
      { now: shown(figureOf(days, figure, now)), before: shown(figureOf(days, figure, before)) },
    ]),
  ) as CockpitFigures;
}

export const FUNNEL = ["VISIT_FIRST", "HOLD", "SUBSCRIPTION", "CONTRACT"] as const;

/** First visits, holds, subscriptions and contracts of the period, as they happened, also if undone since. */
function funnelOf(days: readonly DayFigures[], { now }: Compared) {
  return FUNNEL.map((kind) => ({
    kind,
    count: days
      .filter((day) => day.kind === kind && day.on >= now.from && day.on <= now.to)
      .reduce((sum, { gross }) => sum + gross.count, 0),
  }));
}

/** Does the figure have an amount that this reader may see? */
export function hasMoney(name: FigureName, money: boolean): boolean {
  return money && FIGURES[name].money;
}
