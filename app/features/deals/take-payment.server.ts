import { z } from "zod";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import {
  type RecordedPayment,
  type RecordPayment,
  recordedPayment,
  recordPayment,
} from "~/features/finance/record-payment.server";
import { type RecordReceipts, recordReceipts } from "~/features/finance/record-receipts.server";
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

export type SplitPayment = RecordReceipts & { key: string };

/** The cashier splits what stands as an advance of an earlier payment over deals. */
export async function splitPayment(ctx: Ctx, input: SplitPayment): Promise<TakenPayment> {
  demand(may(ctx.permissions, "receipt:record"));
  const { key: _, ...split } = input;
  const taken = await carryOut(ctx, submissionOf(ctx, "receipt:record", input), answerSchema, async (tx) =>
    withEffects(tx, ctx, await recordReceipts(tx, ctx, split)),
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
  return withEffects(tx, ctx, await recordPayment(tx, ctx, payment));
}

/** What the receipted money makes true. */
async function withEffects(tx: Tx, ctx: Ctx, recorded: RecordedPayment): Promise<TakenPayment> {
  const effectiveDealIds: string[] = [];
  for (const dealId of new Set(recorded.receipts.map((receipt) => receipt.dealId))) {
    if (await makeEffectiveIfPaid(tx, ctx, dealId)) effectiveDealIds.push(dealId);
  }
  return { ...recorded, effectiveDealIds };
}
