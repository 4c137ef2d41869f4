import { z } from "zod";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { type RecordPayment, recordedPayment, recordPayment } from "~/features/finance/record-payment.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction, type Tx } from "~/platform/db.server";
import { announce, boardTopic } from "~/platform/live.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { makeEffectiveIfPaid } from "./make-effective.server";

export type TakePayment = RecordPayment & { key: string };

const answerSchema = recordedPayment.extend({ effectiveDealIds: z.array(z.string()) });
export type TakenPayment = z.infer<typeof answerSchema>;

/** The cashier takes money: payment, receipts, and what the money makes true (a subscription takes effect). */
export async function takePayment(ctx: Ctx, input: TakePayment): Promise<TakenPayment> {
  demand(may(ctx.permissions, "payment:record"));
  const { key: _, ...payment } = input;
  const taken = await carryOut(ctx, submissionOf(ctx, "payment:record", input), answerSchema, (tx) =>
    take(tx, ctx, payment),
  );
  if (taken.effectiveDealIds.length > 0) announce(boardTopic(ctx.projectId));
  return taken;
}

/** What taking this money would do, by doing it and taking it all back. Numbers shown are those free at the moment. */
export async function previewPayment(ctx: Ctx, payment: RecordPayment): Promise<TakenPayment> {
  demand(may(ctx.permissions, "payment:record"));
  try {
    return await inTransaction(async (tx) => {
      throw new TakenBack(await take(tx, ctx, payment));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.answer;
    throw error;
  }
}

class TakenBack extends Error {
  constructor(readonly answer: TakenPayment) {
    super("taken back");
  }
}

async function take(tx: Tx, ctx: Ctx, payment: RecordPayment): Promise<TakenPayment> {
  const recorded = await recordPayment(tx, ctx, payment);
  const effectiveDealIds: string[] = [];
  for (const dealId of new Set(payment.receipts.map((receipt) => receipt.dealId))) {
    if (await makeEffectiveIfPaid(tx, ctx, dealId)) effectiveDealIds.push(dealId);
  }
  return { ...recorded, effectiveDealIds };
}
