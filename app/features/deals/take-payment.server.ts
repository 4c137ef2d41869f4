import { z } from "zod";
import { type Fen, fen } from "~/domain/money";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { canMove } from "~/domain/transition";
import { planPayment, type RecordPayment } from "~/features/finance/plan-payment.server";
import type { PlannedReceipt } from "~/features/finance/plan-receipts.server";
import { type RecordedPayment, recordedPayment, writePayment } from "~/features/finance/record-payment.server";
import { planSplit, type RecordReceipts, writeSplit } from "~/features/finance/record-receipts.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction, type Tx } from "~/platform/db.server";
import { announce, boardTopic } from "~/platform/live.server";
import type { Prisma } from "~/platform/prisma/client";
import { carryOutAnswering, submissionOf } from "~/platform/submission.server";
import { makeEffectiveIfPaid } from "./make-effective.server";

export type TakePayment = RecordPayment & { key: string };

const answerSchema = recordedPayment.extend({ effectiveDealIds: z.array(z.string()) });
export type TakenPayment = z.infer<typeof answerSchema>;

/** The cashier takes money: payment, receipts, and what the money makes true (a subscription takes effect). */
export async function takePayment(ctx: Ctx, input: TakePayment): Promise<TakenPayment> {
  demand(may(ctx.permissions, "payment:record"));
  const { key: _, ...payment } = input;
  const taken = await carryOutAnswering(
    ctx,
    submissionOf(ctx, "payment:record", input),
    answerSchema,
    (tx, answering) => take(tx, ctx, payment, answering),
  );
  if (taken.effectiveDealIds.length > 0) announce(boardTopic(ctx.projectId));
  return taken;
}

export type SplitPayment = RecordReceipts & { key: string };

/** The cashier splits what stands as an advance of an earlier payment over deals. */
export async function splitPayment(ctx: Ctx, input: SplitPayment): Promise<TakenPayment> {
  demand(may(ctx.permissions, "receipt:record"));
  const { key: _, ...receipts } = input;
  const taken = await carryOutAnswering(
    ctx,
    submissionOf(ctx, "receipt:record", input),
    answerSchema,
    (tx, answering) => split(tx, ctx, receipts, answering),
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

type Answering = (taken: TakenPayment) => Prisma.Sql;

async function take(tx: Tx, ctx: Ctx, payment: RecordPayment, answering?: Answering): Promise<TakenPayment> {
  const planned = await planPayment(tx, ctx, payment);
  const effectiveDealIds = await takeEffect(tx, ctx, planned.receipts);
  const beside = (answer: RecordedPayment) => (answering ? { answer: answering({ ...answer, effectiveDealIds }) } : {});
  return { ...(await writePayment(tx, ctx, planned, beside)), effectiveDealIds };
}

async function split(tx: Tx, ctx: Ctx, input: RecordReceipts, answering: Answering): Promise<TakenPayment> {
  const planned = await planSplit(tx, ctx, input);
  const effectiveDealIds = await takeEffect(tx, ctx, planned.receipts);
  const beside = (answer: RecordedPayment) => ({ answer: answering({ ...answer, effectiveDealIds }) });
  return { ...(await writeSplit(tx, ctx, planned, beside)), effectiveDealIds };
}

/**
 * Does what the money makes true, before its receipts are written: from the moment that they have their numbers, every
 * other cashier waits.
 */
async function takeEffect(tx: Tx, ctx: Ctx, receipts: readonly PlannedReceipt[]): Promise<string[]> {
  const arriving = new Map<string, Fen>();
  for (const { deal, amount, purse } of receipts) {
    if (purse === "HOUSE" && canMove("deal", "make_effective", deal.stage).ok)
      arriving.set(deal.id, fen((arriving.get(deal.id) ?? 0) + amount));
  }
  const effective: string[] = [];
  for (const [dealId, amount] of arriving) {
    if (await makeEffectiveIfPaid(tx, ctx, dealId, amount)) effective.push(dealId);
  }
  return effective;
}
