import { isMessageKind, type Leave, smsParts } from "~/domain/message";
import { Refused } from "~/domain/refusal";
import { indexOf } from "~/platform/crypto.server";
import { inTransaction, type Tx } from "~/platform/db.server";
import { type Gateway, Undeliverable } from "~/platform/gateway.server";
import { log } from "~/platform/log.server";
import { mailGateway } from "~/platform/mail.server";
import type { OutboxMessage } from "~/platform/prisma/client";
import type { MessageChannel } from "~/platform/prisma/enums";
import { smsGateway } from "~/platform/sms.server";
import type { Letter } from "./compose-message.server";
import { closeCopy, letterOf } from "./kept-copy.server";
import { leaveOf } from "./leave.server";

export type Gateways = Readonly<Record<MessageChannel, Gateway | null>>;

const TRIES = 5;
const AT_A_TIME = 20;
const FIRST_WAIT_MS = 60_000;

/** As the environment sets them. Without one the outbox is where a message ends, to be read there. */
export const GATEWAYS: Gateways = { SMS: smsGateway, MAIL: mailGateway };

/** How addresses are found again without being kept. */
export const ADDRESS_INDEX = "outbox-to";

/**
 * Sends what is due, oldest first; returns how many left. Each message is held by one process while it is sent, and
 * every condition (choices, quiet hours, cap) is asked at that moment. A failure waits four times longer each time;
 * after the fifth, or where the carrier says never, the message stays as failed.
 */
export async function deliverOutbox(now: Date, gateways: Gateways = GATEWAYS): Promise<number> {
  let sent = 0;
  for (let i = 0; i < AT_A_TIME; i++) {
    const left = await inTransaction((tx) => deliverNext(tx, now, gateways));
    if (left === null) break;
    if (left) sent += 1;
  }
  return sent;
}

/** True: it left. False: it did not. Null: nothing is due. */
async function deliverNext(tx: Tx, now: Date, gateways: Gateways): Promise<boolean | null> {
  const [due] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "OutboxMessage" WHERE status = 'WAITING' AND "dueAt" <= ${now}
    ORDER BY "dueAt", id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!due) return null;
  const message = await tx.outboxMessage.findUniqueOrThrow({ where: { id: due.id } });
  const leave: Leave | null = isMessageKind(message.kind) ? await leaveOf(tx, message, message.kind, now) : null;
  if (leave?.go === "LATER") return postpone(tx, message, leave.at, leave.why);
  const letter = await letterOf(tx, message).catch((error: unknown) => unreadable(error));
  if (letter === "UNREADABLE") return fail(tx, message, "the data key is missing");
  if (leave?.go === "NEVER") return suppress(tx, message, leave.why, letter, now);
  if (!leave || !letter) return suppress(tx, message, "NO_ADDRESS", null, now);
  return send(tx, message, letter, gateways[message.channel], now);
}

async function send(
  tx: Tx,
  message: OutboxMessage,
  letter: Letter,
  gateway: Gateway | null,
  now: Date,
): Promise<boolean> {
  const attempts = message.attempts + 1;
  const kept = await keep(tx, message, letter, now);
  try {
    const reference = gateway ? (await gateway({ key: message.effectKey, ...letter })).reference : null;
    const status = gateway ? ("SENT" as const) : ("KEPT" as const);
    const left = { status, attempts, reference, sentAt: now, lastError: null, why: null };
    await tx.outboxMessage.update({ where: { id: message.id }, data: { ...kept, ...left } });
    return true;
  } catch (error) {
    log.warn({ err: error, messageId: message.id }, "a message could not be sent");
    const lastError = error instanceof Error ? error.message.slice(0, 200) : "";
    const over = error instanceof Undeliverable || attempts >= TRIES;
    const dueAt = new Date(now.getTime() + FIRST_WAIT_MS * 4 ** (attempts - 1));
    const status = over ? ("FAILED" as const) : ("WAITING" as const);
    await tx.outboxMessage.update({
      where: { id: message.id },
      data: { ...(over && kept), status, attempts, lastError, dueAt },
    });
    return false;
  }
}

/** After a restore without its keys: such a message must not stand in the way of those behind it. */
function unreadable(error: unknown): "UNREADABLE" {
  if (error instanceof Refused) return "UNREADABLE";
  throw error;
}

async function fail(tx: Tx, { id }: OutboxMessage, lastError: string): Promise<false> {
  await tx.outboxMessage.update({ where: { id }, data: { status: "FAILED", lastError } });
  return false;
}

async function postpone(tx: Tx, { id }: OutboxMessage, dueAt: Date, why: string): Promise<false> {
  await tx.outboxMessage.update({ where: { id }, data: { dueAt, why } });
  return false;
}

async function suppress(tx: Tx, message: OutboxMessage, why: string, letter: Letter | null, now: Date): Promise<false> {
  const kept = letter ? await keep(tx, message, letter, now) : { saysCipher: null, saysKeyId: null };
  await tx.outboxMessage.update({ where: { id: message.id }, data: { ...kept, status: "SUPPRESSED", why } });
  return false;
}

/** The words as they leave, closed; the variables they were made from go. */
async function keep(tx: Tx, message: OutboxMessage, letter: Letter, now: Date) {
  return {
    saysCipher: null,
    saysKeyId: null,
    toIndex: indexOf(ADDRESS_INDEX, letter.to),
    parts: message.channel === "SMS" ? smsParts(letter.text) : null,
    ...(await closeCopy(tx, message, letter, now)),
  };
}
