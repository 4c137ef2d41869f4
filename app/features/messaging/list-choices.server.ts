import { DECLINABLE, isDeclined, isMessageKind, type MessageKind } from "~/domain/message";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { reachedBy } from "~/features/customers/customer-reach.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { ChoiceWay, MessageStatus } from "~/platform/prisma/enums";
import type { BuyerCtx } from "~/platform/session.server";
import { shownLetter } from "./kept-copy.server";

export type ChoiceLine = {
  id: string;
  kind: MessageKind | null;
  wanted: boolean;
  way: ChoiceWay;
  proof: string;
  by: string | null;
  at: Date;
};
export type KindChoice = { kind: MessageKind; wanted: boolean };
export type SentLine = {
  id: string;
  kind: MessageKind;
  text: string | null;
  status: MessageStatus;
  why: string | null;
  at: Date;
};

const SHOWN = 50;

/** Which text messages the buyer gets, and which not. */
export async function listOwnChoices(by: BuyerCtx): Promise<KindChoice[]> {
  return (await choicesOf(by.personId)).kinds;
}

/** What a customer within the caller's reach said about being written to, and what was written; null beyond it. */
export async function listCustomerMessages(ctx: Ctx, customerId: string) {
  demand(may(ctx.permissions, "message:send"));
  const customer = await db.projectCustomer.findFirst({
    where: { id: customerId, AND: reachedBy(ctx, "message:send") },
    select: { id: true, personId: true, person: { select: { name: true } } },
  });
  if (!customer) return null;
  const { kinds, history } = await choicesOf(customer.personId);
  return { id: customer.id, name: customer.person.name, kinds, history, sent: await sentTo(ctx, customer.personId) };
}

async function choicesOf(personId: string): Promise<{ kinds: KindChoice[]; history: ChoiceLine[] }> {
  const rows = await db.messageChoice.findMany({
    where: { personId },
    include: { by: { select: { name: true } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  const choices = rows.map((row) => ({ ...row, kind: row.kind && isMessageKind(row.kind) ? row.kind : null }));
  return {
    kinds: DECLINABLE.map((kind) => ({ kind, wanted: !isDeclined(choices, "SMS", kind) })),
    history: choices.map(({ id, kind, wanted, way, proof, by, at }) => ({
      ...{ id, kind, wanted, way, proof, at },
      by: by?.name ?? null,
    })),
  };
}

/** Messages of this project to the person; codes are nobody's but the buyer's. */
async function sentTo(ctx: Ctx, personId: string): Promise<SentLine[]> {
  const rows = await db.outboxMessage.findMany({
    where: { personId, projectId: ctx.projectId, kind: { not: "ONE_TIME_CODE" } },
    orderBy: { id: "desc" },
    take: SHOWN,
  });
  const lines = await Promise.all(
    rows.map(async (row) => {
      const text = (await shownLetter(db, row))?.text ?? null;
      return isMessageKind(row.kind)
        ? [{ id: row.id, kind: row.kind, text, status: row.status, why: row.why, at: row.sentAt ?? row.createdAt }]
        : [];
    }),
  );
  return lines.flat();
}
