import { withinFiled } from "~/domain/authority";
import { dayIn } from "~/domain/calendar";
import { type Fen, fen, minFen, NO_MONEY, shareOf, sumFen } from "~/domain/money";
import { type LoanFigures, loanFigures, type RepaymentMethod } from "~/domain/mortgage";
import { loanOf, type PlanKind } from "~/domain/payment-plan";
import { may } from "~/domain/permission";
import { type Ppm, ppm } from "~/domain/rate";
import { demand, type Refusal } from "~/domain/refusal";
import { unitPriceOf } from "~/domain/unit-price";
import { getUnit } from "~/features/units/get-unit.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { readHolidays } from "~/platform/holidays.server";
import { costQuote, homeOrderOf } from "./cost-quote.server";
import { listPlans, type OfferedPlan } from "./list-plans.server";
import { listSchemes, type OfferedScheme } from "./list-schemes.server";
import { approversOf, type DealPrice, priceDeal } from "./price-deal";
import { boundsOf, type ListedHome, priceHome } from "./price-home.server";
import type { QuoteWish } from "./quote-wish";

export type QuotedLoan = { kind: "BANK" | "PROVIDENT"; principal: Fen; rate: Ppm; figures: LoanFigures };

/** 置业计划书: a home's price under schemes and plan with every step, its instalments, the monthly payment, taxes
 * and fees. */
export async function quoteUnit(ctx: Ctx, unitId: string, wish: QuoteWish) {
  demand(may(ctx.permissions, "unit:quote"));
  const unit = await getUnit(ctx, unitId);
  const [home, schemes, plans, homeOrder] = await Promise.all([
    ...([priceHome(ctx, unitId), listSchemes(ctx), listPlans(ctx)] as const),
    homeOrderOf(ctx, wish),
  ]);
  const plan = plans.find(({ id }) => id === wish.planId) ?? null;
  const priced = await attempt(priceWished(ctx, home, schemes, plan, wish));
  return {
    unit,
    schemes: schemes.map(({ id, name, until, lines }) => ({ id, name, until, lines: lines.map((line) => line.name) })),
    plans: plans.map(({ id, name, kind }) => ({ id, name, kind })),
    planName: plan?.name ?? null,
    planKind: plan?.kind ?? null,
    price: priced.ok ? priceFigures(ctx, home, priced.value) : null,
    loan: priced.ok ? loanOfQuote(ctx, wish, priced.value, plan?.kind ?? null) : null,
    costs: priced.ok ? costQuote(ctx, unit, priced.value, homeOrder) : null,
    refusal: priced.ok ? filedRefusal(ctx, home, priced.value) : priced.refusal,
    wish: { ...usualWish(ctx, wish), homeOrder },
    by: ctx.actorName,
    at: ctx.now,
  };
}

export type Quote = Awaited<ReturnType<typeof quoteUnit>>;

async function priceWished(
  ctx: Ctx,
  home: ListedHome,
  schemes: readonly OfferedScheme[],
  plan: OfferedPlan | null,
  wish: QuoteWish,
): Promise<DealPrice> {
  const chosen = schemes.filter(({ id }) => wish.schemeIds.includes(id));
  const on = dayIn(ctx.timeZone, ctx.now);
  return priceDeal(
    home,
    {
      schemes: chosen,
      plan,
      specialOff: wish.off ?? NO_MONEY,
      earnest: wish.earnest,
      on,
      holidays: await readHolidays(),
    },
    ctx.settings,
  );
}

/** The price with what it is measured by; the floor itself is never among it. */
function priceFigures(ctx: Ctx, home: ListedHome, price: DealPrice) {
  const saved = fen(home.list - price.dealPrice);
  return {
    ...price,
    perGross: unitPriceOf(price.dealPrice, home.gross, "HALF_UP"),
    perInternal: home.internal > 0 ? unitPriceOf(price.dealPrice, home.internal, "HALF_UP") : null,
    saved,
    savedRate: shareOf(saved, home.list, "HALF_UP"),
    approvers: approversOf(price, home.floor, ctx.settings),
  };
}

function filedRefusal(ctx: Ctx, home: ListedHome, price: DealPrice): Refusal | null {
  const { filed, filedLowest } = boundsOf(home, price.schemePrice, ctx);
  const verdict = withinFiled(price.dealPrice, filed, filedLowest);
  return verdict.ok ? null : verdict.refusal;
}

/** The loans that the plan expects: of the bank, of the provident fund, or of both. */
function loanOfQuote(ctx: Ctx, wish: QuoteWish, price: DealPrice, kind: PlanKind | null) {
  const principal = loanOf(price.schedule);
  if (principal <= 0 || kind === null) return null;
  const usual = usualWish(ctx, wish);
  const months = usual.years * 12;
  const part = kind === "COMBINED" ? minFen(usual.provident ?? NO_MONEY, principal) : NO_MONEY;
  const provident = kind === "PROVIDENT" ? principal : part;
  const loans = [
    quoted("BANK", fen(principal - provident), usual.loanRate, months, usual.repayment),
    quoted("PROVIDENT", provident, usual.providentRate, months, usual.repayment),
  ].filter((loan) => loan !== null);
  const sum = (pick: (figures: LoanFigures) => Fen) => sumFen(loans.map(({ figures }) => pick(figures)));
  return {
    principal,
    months,
    repayment: usual.repayment,
    loans,
    first: sum(({ first }) => first),
    last: sum(({ last }) => last),
    decrease: fen(sum(({ first }) => first) - sum(({ second }) => second)),
    interest: sum(({ interest }) => interest),
  };
}

function quoted(kind: QuotedLoan["kind"], principal: Fen, rate: Ppm, months: number, method: RepaymentMethod) {
  if (principal <= 0) return null;
  return { kind, principal, rate, figures: loanFigures({ principal, annualRate: rate, months, method }) };
}

function usualWish({ settings }: Ctx, wish: QuoteWish) {
  return {
    ...wish,
    years: wish.years ?? settings.loanYears,
    loanRate: wish.loanRate ?? ppm(settings.loanRatePpm),
    providentRate: wish.providentRate ?? ppm(settings.providentRatePpm),
  };
}
