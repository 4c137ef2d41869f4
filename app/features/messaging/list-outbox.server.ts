import { isMessageKind, type MessageKind, smsParts } from "~/domain/message";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { CompanyCtx } from "~/platform/context.server";
import { indexesOf } from "~/platform/crypto.server";
import { db } from "~/platform/db.server";
import type { OutboxMessage, Prisma } from "~/platform/prisma/client";
import type { MessageChannel, MessageStatus } from "~/platform/prisma/enums";
import { ADDRESS_INDEX, GATEWAYS } from "./deliver-outbox.server";
import { shownLetter } from "./kept-copy.server";

const PAGE = 50;

export type MessageLine = {
  id: string;
  kind: MessageKind | null;
  channel: MessageChannel;
  /** Address and words as they left or would leave now; null where they are gone or nothing can be said. */
  to: string | null;
  /** Of a mail. */
  subject: string | null;
  text: string | null;
  parts: number | null;
  status: MessageStatus;
  /** What holds it back. */
  why: string | null;
  attempts: number;
  lastError: string | null;
  reference: string | null;
  createdAt: Date;
  dueAt: Date;
  sentAt: Date | null;
};
export type OutboxFilter = { to: string; kind: MessageKind | null; status: MessageStatus | null; after: string | null };

/** What the product says to people, newest first. Administrators read it whole: it is their gateway's log. */
export async function listOutbox(ctx: CompanyCtx, { to, kind, status, after }: OutboxFilter) {
  demand(may(ctx.permissions, "job:manage"));
  const found = await db.outboxMessage.findMany({
    where: {
      ...(to ? { OR: addressed(to) } : {}),
      ...(kind ? { kind } : {}),
      ...(status ? { status } : {}),
      ...(after ? { id: { lt: after } } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const messages = await Promise.all(found.slice(0, PAGE).map(lineOf));
  return {
    messages,
    next: found.length > PAGE ? (messages.at(-1)?.id ?? null) : null,
    gateways: { SMS: GATEWAYS.SMS !== null, MAIL: GATEWAYS.MAIL !== null },
  };
}

/** A whole phone or mail address: those that went there, and those that wait for whoever has it now. */
function addressed(typed: string): Prisma.OutboxMessageWhereInput[] {
  const digits = typed.replace(/[\s-]/g, "");
  const to = typed.includes("@") ? typed : digits.startsWith("+") ? digits : `+86${digits}`;
  return [
    { toIndex: { in: indexesOf(ADDRESS_INDEX, to) } },
    { person: { phones: { some: { e164: to } } } },
    { user: { mail: to } },
  ];
}

async function lineOf(row: OutboxMessage): Promise<MessageLine> {
  const letter = await shownLetter(db, row);
  const { id, kind, channel, status, why, attempts, lastError, reference, createdAt, dueAt, sentAt } = row;
  return {
    id,
    kind: isMessageKind(kind) ? kind : null,
    channel,
    to: letter?.to ?? null,
    subject: channel === "MAIL" ? (letter?.subject ?? null) : null,
    text: letter?.text ?? null,
    parts: row.parts ?? (letter && channel === "SMS" ? smsParts(letter.text) : null),
    ...{ status, why, attempts, lastError, reference, createdAt, dueAt, sentAt },
  };
}
