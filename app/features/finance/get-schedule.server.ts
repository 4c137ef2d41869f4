import { z } from "zod";
import { type Day, day } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { DUE_EVENTS, type DueEvent } from "~/domain/payment-plan";
import { reachOf } from "~/domain/permission";
import { PURSES, type Receivable } from "~/domain/receivable";
import { type Schedule, scheduleOn } from "~/domain/schedule";
import type { Settings } from "~/domain/setting";
import type { Ctx } from "~/platform/context.server";
import { db, type Tx } from "~/platform/db.server";
import { AGREED, agreedRow, type DealLateFee, lateFeeOf } from "./late-fee-terms.server";

export type ScheduleItem = Receivable & {
  position: number;
  item: string;
  loan: boolean;
  dueEvent: DueEvent;
  dueDays: number;
};
export type DealSchedule = Schedule<ScheduleItem> & { fee: DealLateFee };

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

// $1 deal: what it owes with what was paid of each, as one value, and the late fee that was agreed.
const ITEMS = `SELECT ${AGREED} AS agreed, (SELECT coalesce(json_agg(json_build_object('id', r.id, 'position', r.position, 'item', r.item,
    'purse', r.purse, 'loan', r.loan, 'dueEvent', r."dueEvent", 'dueDays', r."dueDays", 'dueOn', r."dueOn",
    'amount', r."amountFen", 'allocated', r."allocatedFen", 'payments', (
      SELECT coalesce(json_agg(json_build_object('on', a."paidOn", 'amount', a."amountFen") ORDER BY a."paidOn", a.id), '[]')
      FROM "Allocation" a WHERE a."receivableId" = r.id)) ORDER BY r.position), '[]')
  FROM "Receivable" r WHERE r."dealId" = d.id AND r."voidedAt" IS NULL) AS items
  FROM "Deal" d WHERE d.id = $1::uuid`;

const isoDay = z.string().transform((text) => day(text));
const amount = z.number().transform((value) => fen(value));
const paidItems = z.array(
  z.object({
    ...{ id: z.string(), position: z.number(), item: z.string(), purse: z.enum(PURSES), loan: z.boolean() },
    ...{ dueEvent: z.enum(DUE_EVENTS), dueDays: z.number(), dueOn: isoDay.nullable(), amount, allocated: amount },
    payments: z.array(z.object({ on: isoDay, amount })),
  }),
);

/** The same without asking who reads: for callers that have found the deal themselves (buyers, papers, commands). */
export async function readSchedule(tx: Tx, dealId: string, settings: Settings, on: Day): Promise<DealSchedule> {
  const [found] = await tx.$queryRawUnsafe<{ items: unknown; agreed: unknown }[]>(ITEMS, dealId);
  const fee = lateFeeOf(agreedRow.parse(found?.agreed), settings);
  return { ...scheduleOn<z.infer<typeof paidItems>[number]>(paidItems.parse(found?.items), fee, on), fee };
}
