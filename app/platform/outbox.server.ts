import { goodUntil, MESSAGES, type MessageKind, type SaysOf } from "~/domain/message";
import { seal } from "./crypto.server";
import type { Tx } from "./db.server";
import { newId } from "./id.server";
import { Prisma } from "./prisma/client";
import { type Writes, writeTogether } from "./write-together.server";

type Locale = "zh-CN" | "en";

/** Somebody outside, at the person's own phone or the one given, or a member of staff. */
export type Addressee = { personId: string; phone?: string } | { userId: string };

/** One message: which template, its variables, to whom. The kind decides what `says` must hold. */
export type NewMessage = {
  [Kind in MessageKind]: {
    /** Names the effect: the same message is kept once, however often it is put in. */
    effectKey: string;
    kind: Kind;
    says: SaysOf<Kind>;
    to: Addressee;
    projectId: string | null;
    /** The language in which the person is reading this moment; else the one that the account has. */
    locale?: Locale;
    now: Date;
  };
}[MessageKind];

/**
 * Puts messages into the outbox, in the transaction of what they tell about. They leave after commit, in words made
 * then: in the language, at the address and by the choices that the person has at that moment.
 */
export async function putIntoOutbox(tx: Tx, ...messages: readonly NewMessage[]): Promise<void> {
  await writeTogether(tx, messageRows(messages));
}

/** The same as a write, for those who write messages together with other rows. */
export function messageRows(messages: readonly NewMessage[]): Writes {
  if (messages.length === 0) return {};
  return {
    message: Prisma.sql`
      INSERT INTO "OutboxMessage" (id, "effectKey", kind, channel, "projectId", "personId", "userId", "saysCipher",
        "saysKeyId", "createdAt", "dueAt", "goodUntil")
      SELECT id, "effectKey", kind, channel, "projectId", "personId", "userId", decode("saysCipher", 'base64'),
        "saysKeyId", "createdAt", "createdAt", "goodUntil"
      FROM jsonb_to_recordset(${JSON.stringify(messages.map(rowOf))}::jsonb) AS m(id uuid, "effectKey" text, kind text,
        channel "MessageChannel", "projectId" uuid, "personId" uuid, "userId" uuid, "saysCipher" text, "saysKeyId" text,
        "createdAt" timestamptz, "goodUntil" timestamptz)
      ON CONFLICT ("effectKey") DO NOTHING`,
  };
}

/** Of these members of staff, those whom mail reaches. */
export async function withMail(tx: Tx, userIds: readonly string[]): Promise<string[]> {
  const where = { id: { in: [...userIds] }, mail: { not: null }, disabledAt: null };
  return (await tx.user.findMany({ where, select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
}

function rowOf({ effectKey, kind, says, to, projectId, locale, now }: NewMessage) {
  const phone = "phone" in to ? to.phone : undefined;
  const { cipher, keyId } = seal(JSON.stringify({ says, phone, locale }), saysSubject(effectKey));
  return {
    id: newId(),
    effectKey,
    kind,
    channel: MESSAGES[kind].channel,
    projectId,
    personId: "personId" in to ? to.personId : null,
    userId: "userId" in to ? to.userId : null,
    saysCipher: Buffer.from(cipher).toString("base64"),
    saysKeyId: keyId,
    createdAt: now,
    goodUntil: goodUntil(kind, now),
  };
}

/** What the variables are bound to: they open in their own row only. */
export function saysSubject(effectKey: string): string {
  return `outbox-says:${effectKey}`;
}
