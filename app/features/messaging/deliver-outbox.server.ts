import { inTransaction } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import type { OutboxMessage } from "~/platform/prisma/client";
import type { MessageChannel } from "~/platform/prisma/enums";
import { type Gateway, smsGateway } from "~/platform/sms.server";

export type Gateways = Readonly<Record<MessageChannel, Gateway | null>>;

const TRIES = 5;
const AT_A_TIME = 20;

/** Mail has no gateway yet: it is read in the outbox. */
export const GATEWAYS: Gateways = { SMS: smsGateway, MAIL: null };

/**
 * Sends what waits, oldest first; returns how many left. Each message is held by one process while it is sent; a
 * failure waits longer each time, and after the fifth the message stays, marked as failed.
 */
export async function deliverOutbox(now: Date, gateways: Gateways = GATEWAYS): Promise<number> {
  let sent = 0;
  for (let i = 0; i < AT_A_TIME; i++) {
    const outcome = await deliverNext(now, gateways);
    if (outcome === null) break;
    if (outcome) sent += 1;
  }
  return sent;
}

/** True: sent. False: the gateway failed. Null: nothing is due. */
function deliverNext(now: Date, gateways: Gateways): Promise<boolean | null> {
  const open = (["SMS", "MAIL"] as const).filter((channel) => gateways[channel]);
  return inTransaction(async (tx) => {
    const [message] = await tx.$queryRaw<OutboxMessage[]>`
      SELECT * FROM "OutboxMessage"
      WHERE status = 'WAITING' AND channel::text = ANY (${open})
        AND (attempts = 0 OR "createdAt" + make_interval(secs => 15 * 4 ^ attempts) <= ${now})
      ORDER BY "createdAt", id LIMIT 1 FOR UPDATE SKIP LOCKED`;
    const gateway = message && gateways[message.channel];
    if (!message || !gateway) return null;
    const attempts = message.attempts + 1;
    try {
      await gateway({ key: message.effectKey, to: message.to, text: message.text });
      await tx.outboxMessage.update({
        where: { id: message.id },
        data: { status: "SENT", attempts, sentAt: now, lastError: null },
      });
      return true;
    } catch (error) {
      log.warn({ err: error, messageId: message.id }, "a message could not be sent");
      const lastError = error instanceof Error ? error.message.slice(0, 200) : "";
      const status = attempts >= TRIES ? ("FAILED" as const) : ("WAITING" as const);
      await tx.outboxMessage.update({ where: { id: message.id }, data: { status, attempts, lastError } });
      return false;
    }
  });
}
