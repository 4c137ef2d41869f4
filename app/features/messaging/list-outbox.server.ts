import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { MessageChannel, MessageStatus } from "~/platform/prisma/enums";
import { GATEWAYS } from "./deliver-outbox.server";

const PAGE = 50;

export type MessageLine = {
  id: string;
  channel: MessageChannel;
  to: string;
  text: string;
  status: MessageStatus;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
};
export type OutboxFilter = { q: string; status: MessageStatus | null; after: string | null };

/** What the product says to people outside, newest first. Administrators read it whole: it is their gateway's log. */
export async function listOutbox(ctx: CompanyCtx, { q, status, after }: OutboxFilter) {
  demand(may(ctx.permissions, "job:manage"));
  const found = await db.outboxMessage.findMany({
    where: {
      ...(q ? { OR: [{ to: { contains: q } }, { text: { contains: q, mode: "insensitive" } }] } : {}),
      ...(status ? { status } : {}),
      ...(after ? { id: { lt: after } } : {}),
    },
    omit: { effectKey: true, personId: true },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const messages: MessageLine[] = found.slice(0, PAGE);
  return {
    messages,
    next: found.length > PAGE ? (messages.at(-1)?.id ?? null) : null,
    gateways: { SMS: GATEWAYS.SMS !== null, MAIL: GATEWAYS.MAIL !== null },
  };
}
