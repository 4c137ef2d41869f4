import { z } from "zod";
import { isMessageKind, MESSAGES, type MessageKind, type Shape, signed } from "~/domain/message";
import { textsFor } from "~/i18n/catalogue.server";
import type { TextParam } from "~/i18n/fill";
import type { Locale } from "~/i18n/locale";
import type { Texts } from "~/i18n/texts";
import { open } from "~/platform/crypto.server";
import type { Tx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { saysSubject } from "~/platform/outbox.server";
import type { OutboxMessage } from "~/platform/prisma/client";

/** A message in words, ready to leave. */
export type Letter = { to: string; subject: string; text: string };

const saysSchema = z.object({
  says: z.record(z.string(), z.union([z.string(), z.number()])),
  phone: z.string().optional(),
  locale: z.enum(["zh-CN", "en"]).optional(),
});

type Says = Record<string, string | number>;

/** Where a member of staff goes on from a mail. */
const PAGES: Partial<Record<MessageKind, (project: string) => string>> = {
  HOLD_LAPSING: (project) => `/onsite/${project}/deals?stage=HELD`,
  APPROVAL_ASKED: (project) => `/management/${project}/approvals`,
  APPROVAL_DECIDED: (project) => `/management/${project}/approvals?tab=mine`,
  APPROVAL_EXPIRED: (project) => `/management/${project}/approvals?tab=mine`,
  SUBSTITUTE_NAMED: (project) => `/management/${project}/approvals`,
};

/**
 * Puts a waiting message into words: in the language of whoever gets it, signed by the project or the company. Null
 * where nothing can be said: no address, an erased person, or variables that are gone.
 */
export async function composeMessage(tx: Tx, message: OutboxMessage): Promise<Letter | null> {
  const { kind, effectKey, saysCipher, saysKeyId } = message;
  if (!isMessageKind(kind) || !saysCipher || !saysKeyId) return null;
  const given = saysSchema.parse(JSON.parse(open({ cipher: saysCipher, keyId: saysKeyId }, saysSubject(effectKey))));
  const addressee = message.personId ? await buyer(tx, message.personId, given.phone) : await staff(tx, message.userId);
  if (!addressee?.to) return null;
  const texts = textsFor(given.locale ?? addressee.locale);
  const sender = await senderOf(tx, message.projectId);
  const says = await withNumbers(tx, kind, given.says);
  const text = texts.t(`messageText.${kind}`, paramsOf(kind, says, texts));
  const page = sender.code && env.publicUrl && PAGES[kind]?.(sender.code);
  return {
    to: addressee.to,
    subject: `[${sender.name}] ${texts.enumLabel("messageKind", kind)}`,
    text:
      message.channel === "SMS"
        ? signed(text, sender.name)
        : [text, page && `${env.publicUrl}${page}`].filter(Boolean).join("\n\n"),
  };
}

async function buyer(tx: Tx, personId: string, phone: string | undefined) {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: {
      erasedAt: true,
      user: { select: { locale: true } },
      phones: { select: { e164: true }, orderBy: [{ primary: "desc" }, { id: "asc" }], take: 1 },
    },
  });
  if (!person || person.erasedAt) return null;
  return { to: phone ?? person.phones[0]?.e164 ?? null, locale: localeOf(person.user?.locale) };
}

async function staff(tx: Tx, userId: string | null) {
  const user = userId && (await tx.user.findUnique({ where: { id: userId } }));
  return user && !user.disabledAt ? { to: user.mail, locale: localeOf(user.locale) } : null;
}

async function senderOf(tx: Tx, projectId: string | null): Promise<{ name: string; code: string | null }> {
  if (projectId) return tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { name: true, code: true } });
  const company = await tx.company.findFirst({ select: { name: true }, orderBy: { createdAt: "asc" } });
  return { name: company?.name ?? "楼盘", code: null };
}

/** Receipts by their numbers, which they have once their transaction is over. */
async function withNumbers(tx: Tx, kind: MessageKind, says: Says): Promise<Says> {
  if (kind !== "RECEIPT_ISSUED") return says;
  const receipt = await tx.receipt.findUnique({ where: { id: String(says.number) }, select: { number: true } });
  return { ...says, number: receipt?.number ?? "—" };
}

function paramsOf(kind: MessageKind, says: Says, texts: Texts): Record<string, TextParam> {
  const shapes: Readonly<Record<string, Shape>> = MESSAGES[kind].says;
  return Object.fromEntries(Object.entries(says).map(([name, value]) => [name, written(shapes[name], value, texts)]));
}

/** As the template's places take it; what is named by its code is put into words. */
function written(shape: Shape | undefined, value: string | number, { enumLabel }: Texts): TextParam {
  if (shape === "moment") return new Date(value);
  if (shape === "approvalKind") return enumLabel("approvalKind", value as never);
  return shape === "approvalStatus" ? enumLabel("approvalStatus", value as never) : value;
}

function localeOf(stored: "ZH_CN" | "EN" | undefined): Locale {
  return stored === "EN" ? "en" : "zh-CN";
}
