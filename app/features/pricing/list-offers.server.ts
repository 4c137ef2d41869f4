import { type Day, dayIn } from "~/domain/calendar";
import type { DiscountLine } from "~/domain/discount";
import { usualEarnest } from "~/domain/earnest-limit";
import { type Fen, fen, yuan } from "~/domain/money";
import { type PlanKind, type PlanLine, scheduleOf } from "~/domain/payment-plan";
import { mayAsk } from "~/domain/permission";
import { ppm } from "~/domain/rate";
import { demand } from "~/domain/refusal";
import { type Asked, listAsked } from "~/features/approvals/get-sent-back.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { readHolidays } from "~/platform/holidays.server";
import { dayOf, maybeDayOf } from "~/platform/stored-day.server";
import { planLineOf } from "./list-plans.server";
import { schemeLineOf } from "./list-schemes.server";
import type { OfferStatus } from "./offer-state.server";
import { priceDeal } from "./price-deal";
import { priceHome } from "./price-home.server";

type Standing = { id: string; name: string; status: OfferStatus; version: number } & Asked;
const NOT_ASKED: Asked = { waits: null, sentBack: null };
export type SchemeView = Standing & { from: Day; until: Day | null; lines: DiscountLine[] };
export type PlanView = Standing & { kind: PlanKind; lines: PlanLine[] };

/** Every discount scheme, drafts and former ones too, the newest first. */
export async function listAllSchemes(ctx: Ctx): Promise<SchemeView[]> {
  demand(mayAsk(ctx.permissions, "discount_scheme:publish"));
  const [rows, asked] = await Promise.all([
    db.discountScheme.findMany({
      where: { projectId: ctx.projectId },
      include: { lines: { orderBy: { position: "asc" } } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    }),
    listAsked(ctx, "DISCOUNT_SCHEME"),
  ]);
  return rows.map(({ id, name, status, version, validFrom, validUntil, lines }) => ({
    ...(asked.get(`discount_scheme:${id}`) ?? NOT_ASKED),
    ...{ id, name, status, version, from: dayOf(validFrom), until: maybeDayOf(validUntil) },
    lines: lines.map(schemeLineOf),
  }));
}

/** Every payment plan, drafts and former ones too, the newest first. */
export async function listAllPlans(ctx: Ctx): Promise<PlanView[]> {
  demand(mayAsk(ctx.permissions, "payment_plan:publish"));
  const [rows, asked] = await Promise.all([
    db.paymentPlan.findMany({
      where: { projectId: ctx.projectId },
      include: { lines: { orderBy: { position: "asc" } } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    }),
    listAsked(ctx, "PAYMENT_PLAN"),
  ]);
  return rows.map(({ id, name, kind, status, version, lines }) => ({
    ...(asked.get(`payment_plan:${id}`) ?? NOT_ASKED),
    ...{ id, name, kind, status, version },
    lines: lines.map(planLineOf),
  }));
}

export type Sample = { label: string; list: Fen };

/** What a scheme does to a home that has a price, step by step; null where no home has one. */
export async function trySchemeOn(ctx: Ctx, scheme: SchemeView) {
  const unit = await sampleUnit(ctx);
  if (!unit) return null;
  const kind = scheme.lines.flatMap(({ conditions }) => conditions.planKinds ?? [])[0];
  // Tried with the plan that most of its lines ask for, so that they count.
  const plan = kind ? { id: "", name: "", kind, lines: [] } : null;
  const offered = { id: scheme.id, name: scheme.name, until: scheme.until, lines: scheme.lines };
  const on = dayIn(ctx.timeZone, ctx.now);
  const holidays = await readHolidays();
  const wish = { schemes: [offered], plan, specialOff: fen(0), earnest: null, on, holidays };
  const { derivation, skipped } = priceDeal(await priceHome(ctx, unit.id), wish, ctx.settings);
  return { unit: unit.label, derivation, skipped };
}

/** The instalments of a home's price under a plan; null where no home has a price. */
export async function tryPlanOn(ctx: Ctx, plan: PlanView) {
  const unit = await sampleUnit(ctx);
  if (!unit) return null;
  const { list: price } = await priceHome(ctx, unit.id);
  const { earnestYuan, earnestLimitPpm, loanStepYuan } = ctx.settings;
  const earnest = usualEarnest(price, yuan(earnestYuan), ppm(earnestLimitPpm));
  const events = { on: { RESERVATION: dayIn(ctx.timeZone, ctx.now) }, holidays: await readHolidays() };
  const schedule = scheduleOf(plan.lines, { price, earnest, loanStep: yuan(loanStepYuan), events });
  return { unit: unit.label, price, schedule };
}

export type SchemeTrial = NonNullable<Awaited<ReturnType<typeof trySchemeOn>>>;
export type PlanTrial = NonNullable<Awaited<ReturnType<typeof tryPlanOn>>>;

function sampleUnit(ctx: Ctx) {
  const where = { projectId: ctx.projectId, archivedAt: null, listFen: { not: null }, use: "RESIDENCE" } as const;
  return db.unit.findFirst({ where, orderBy: { boardNo: "asc" }, select: { id: true, label: true } });
}
