import { fen } from "~/domain/money";
import type { Due, PlanAmount, PlanKind, PlanLine } from "~/domain/payment-plan";
import { ppm } from "~/domain/rate";
import type { Ctx } from "~/platform/context.server";
import { db, type Tx } from "~/platform/db.server";
import type { PaymentPlanLine as StoredLine } from "~/platform/prisma/client";
import { dayOf } from "~/platform/stored-day.server";

export type OfferedPlan = { id: string; name: string; kind: PlanKind; lines: PlanLine[] };

/** Payment plans on offer, the oldest first. */
export async function listPlans(ctx: Ctx, client: Tx = db): Promise<OfferedPlan[]> {
  const rows = await client.paymentPlan.findMany({
    where: { projectId: ctx.projectId, status: "PUBLISHED" },
    include: { lines: { orderBy: { position: "asc" } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, kind, lines }) => ({ id, name, kind, lines: lines.map(planLineOf) }));
}

/** A stored line as the rules read it. */
export function planLineOf(line: StoredLine): PlanLine {
  const { id, item, loan, earnestCounts } = line;
  return { id, item, loan, earnestCounts, due: dueOf(line), amount: amountOf(line) };
}

function dueOf({ dueEvent, dueDays, dueOn }: StoredLine): Due {
  if (dueEvent !== "FIXED_DATE") return { event: dueEvent, days: dueDays };
  // The database keeps a date with exactly these lines.
  return { event: dueEvent, on: dayOf(dueOn ?? new Date(0)) };
}

function amountOf({ share, ppm: rate, amountFen }: StoredLine): PlanAmount {
  if (share === "PERCENT") return { kind: share, share: ppm(rate ?? 0) };
  return share === "AMOUNT" ? { kind: share, amount: fen(amountFen ?? 0n) } : { kind: share };
}
