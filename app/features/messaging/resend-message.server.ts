import { z } from "zod";
import { goodUntil, isMessageKind } from "~/domain/message";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import type { OutboxMessage } from "~/platform/prisma/client";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { closeCopy, readCopy } from "./kept-copy.server";

export type ResendMessage = { key: string; messageId: string };

const answerSchema = z.object({ messageId: z.string() });

/**
 * Sends a message once more by hand. One that failed goes back to those that wait; of one that left, a copy with the
 * same words goes out under a name of its own. Codes are not sent again: a new one is asked for.
 */
export async function resendMessage(ctx: CompanyCtx, input: ResendMessage): Promise<{ messageId: string }> {
  demand(may(ctx.permissions, "job:manage"));
  return carryOut(ctx, submissionOf(ctx, "message:resend", input), answerSchema, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "OutboxMessage" WHERE id = ${input.messageId}::uuid FOR UPDATE`;
    const message = await tx.outboxMessage.findUnique({ where: { id: input.messageId } });
    if (!message || !isMessageKind(message.kind)) throw new Refused({ code: "not_found" });
    if (message.kind === "ONE_TIME_CODE") throw new Refused({ code: "wrong_state" });
    const again = {
      attempts: 0,
      lastError: null,
      why: null,
      dueAt: ctx.now,
      goodUntil: goodUntil(message.kind, ctx.now),
    };
    const id = message.status === "FAILED" ? await putBack(tx, message, again) : await copy(tx, ctx, message, again);
    await record(tx, ctx, { action: "message.sent_again", subject: `message:${message.id}`, after: { messageId: id } });
    return { messageId: id };
  });
}

type Again = Pick<OutboxMessage, "attempts" | "lastError" | "why" | "dueAt" | "goodUntil">;

async function putBack(tx: Tx, { id }: OutboxMessage, again: Again): Promise<string> {
  await tx.outboxMessage.update({ where: { id }, data: { ...again, status: "WAITING" } });
  return id;
}

async function copy(tx: Tx, ctx: CompanyCtx, message: OutboxMessage, again: Again): Promise<string> {
  if (message.status !== "SENT" && message.status !== "KEPT") throw new Refused({ code: "wrong_state" });
  const letter = await readCopy(tx, message);
  if (!letter) throw new Refused({ code: "wrong_state" });
  const { kind, channel, projectId, personId, userId, toIndex, parts } = message;
  const id = newId();
  const kept = await closeCopy(tx, { id, personId }, letter, ctx.now);
  await tx.outboxMessage.create({
    data: {
      ...{ id, effectKey: `again:${id}`, kind, channel, projectId, personId, userId, toIndex, parts },
      ...kept,
      ...again,
      createdAt: ctx.now,
    },
  });
  return id;
}
