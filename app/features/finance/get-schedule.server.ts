import type { Day } from "~/domain/calendar";
import type { LateFeeTerms } from "~/domain/late-fee";
import { fen } from "~/domain/money";
import type { DueEvent } from "~/domain/payment-plan";
import { reachOf } from "~/domain/permission";
import { ppm } from "~/domain/rate";
import type { Receivable } from "~/domain/receivable";
import { type Schedule, scheduleOn } from "~/domain/schedule";
import type { Settings } from "~/domain/setting";
import type { Ctx } from "~/platform/context.server";
import { db, type Tx } from "~/platform/db.server";
import { dayOf, maybeDayOf } from "~/platform/stored-day.server";

export type ScheduleItem = Receivable & {
  position: number;
  item: string;
  loan: boolean;
  dueEvent: DueEvent;
  dueDays: number;
};
export type DealSchedule = Schedule<ScheduleItem>;

/** The late fee of the project's contracts, as its settings have it. */
export function lateFeeTerms(settings: Settings): LateFeeTerms {
  const { lateFeeDailyPpm, lateFeeGraceDays } = settings;
  return { rate: ppm(lateFeeDailyPpm), later: null, graceDays: lateFeeGraceDays, stopsOn: null };
}

/** A deal's schedule as of a day, for staff who may see its money; null when there is no such deal for them. */
export async function getSchedule(ctx: Ctx, dealId: string, on: Day): Promise<DealSchedule | null> {
  if (!(await findDealOfMoney(ctx, dealId))) return null;
  return readSchedule(db, dealId, ctx.settings, on);
}

/** The deal, if the caller may see its money: all of the project's, or a consultant's own. */
export async function findDealOfMoney(ctx: Ctx, dealId: string): Promise<{ id: string } | null> {
  const reach = reachOf(ctx.permissions, "receivable:read");
  if (!reach) return null;
  const own = reach === "own" ? { consultantId: ctx.actorId } : {};
  return db.deal.findFirst({ where: { id: dealId, projectId: ctx.projectId, ...own }, select: { id: true } });
}

/** The same without asking who reads: for callers that have found the deal themselves (buyers, papers, commands). */
export async function readSchedule(tx: Tx, dealId: string, settings: Settings, on: Day): Promise<DealSchedule> {
  const rows = await tx.receivable.findMany({
    where: { dealId, voidedAt: null },
    include: { allocations: { select: { amountFen: true, paidOn: true } } },
    orderBy: { position: "asc" },
  });
  const items = rows.map(({ allocations, amountFen, allocatedFen, dueOn, ...row }) => ({
    id: row.id,
    position: row.position,
    item: row.item,
    purse: row.purse,
    loan: row.loan,
    dueEvent: row.dueEvent,
    dueDays: row.dueDays,
    dueOn: maybeDayOf(dueOn),
    amount: fen(amountFen),
    allocated: fen(allocatedFen),
    payments: allocations.map(({ amountFen: amount, paidOn }) => ({ on: dayOf(paidOn), amount: fen(amount) })),
  }));
  return scheduleOn<ScheduleItem & { payments: { on: Day; amount: ReturnType<typeof fen> }[] }>(
    items,
    lateFeeTerms(settings),
    on,
  );
}
