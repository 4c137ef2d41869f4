import type { Tx } from "./db.server";
import type { MessageChannel } from "./prisma/enums";

export type NewMessage = {
  /** Names the effect: the same message is kept once, however often it is put in. */
  effectKey: string;
  channel: MessageChannel;
  to: string;
  personId?: string | null;
  text: string;
  now: Date;
};

/** Puts a message into the outbox, in the transaction of what it tells about. It leaves after commit. */
export async function putIntoOutbox(tx: Tx, { now, personId = null, ...message }: NewMessage): Promise<void> {
  await tx.outboxMessage.createMany({ data: [{ ...message, personId, createdAt: now }], skipDuplicates: true });
}
