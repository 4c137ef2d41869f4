import { z } from "zod";
import { WEEKENDS_ONLY } from "~/domain/calendar";
import { fen, yuan } from "~/domain/money";
import { type PlanKind, type PlanLine, scheduleHolds, scheduleOf } from "~/domain/payment-plan";
import { mayAsk } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/id.server";
import { dateOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { withOwnName } from "./offer-state.server";

export type NewPlanLine = Omit<PlanLine, "id">;
export type DraftPaymentPlan = { key: string; name: string; kind: PlanKind; lines: readonly NewPlanLine[] };

const drafted = z.object({ planId: z.string() });

/** A price on which every plan is tried before it is kept. */
const TRIAL = { price: yuan(3_000_000), earnest: fen(0), loanStep: yuan(10_000) };

/** Writes a payment plan 付款方式 as a draft. Refuses one whose lines do not make the whole of a price. */
export async function draftPaymentPlan(ctx: Ctx, input: DraftPaymentPlan): Promise<z.infer<typeof drafted>> {
  demand(mayAsk(ctx.permissions, "payment_plan:publish"));
  return carryOut(ctx, submissionOf(ctx, "payment_plan:draft", input), drafted, async (tx) => {
    demand(planHolds(input.lines));
    const plan = { id: newId(), projectId: ctx.projectId, name: input.name.trim(), kind: input.kind };
    await withOwnName(tx.paymentPlan.create({ data: { ...plan, createdAt: ctx.now } }));
    const rows = input.lines.map((line, at) => ({ planId: plan.id, ...storedLine(line, at) }));
    await tx.paymentPlanLine.createMany({ data: rows });
    await record(tx, ctx, {
      action: "payment_plan.drafted",
      subject: `payment_plan:${plan.id}`,
      after: { name: plan.name, kind: plan.kind, lines: rows.length },
    });
    return { planId: plan.id };
  });
}

/** Do these lines make the whole of a price? */
export function planHolds(lines: readonly NewPlanLine[]) {
  const plan = lines.map((line, at) => ({ ...line, id: String(at) }));
  return scheduleHolds(TRIAL.price, scheduleOf(plan, { ...TRIAL, events: { on: {}, holidays: WEEKENDS_ONLY } }));
}

function storedLine({ item, due, amount, loan, earnestCounts }: NewPlanLine, position: number) {
  const when =
    due.event === "FIXED_DATE"
      ? { dueEvent: due.event, dueDays: 0, dueOn: dateOf(due.on) }
      : { dueEvent: due.event, dueDays: due.days };
  const share =
    amount.kind === "PERCENT"
      ? { ppm: amount.share }
      : amount.kind === "AMOUNT"
        ? { amountFen: BigInt(amount.amount) }
        : {};
  return { position, item: item.trim(), loan, earnestCounts, ...when, share: amount.kind, ...share };
}
