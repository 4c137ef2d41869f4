import { letterOf } from "~/features/messaging/kept-copy.server";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";

/** The messages that fit, oldest first, with their words as they left or would leave now. */
export async function messagesWhere(where: Prisma.OutboxMessageWhereInput) {
  const rows = await db.outboxMessage.findMany({ where, orderBy: { id: "asc" } });
  return Promise.all(
    rows.map(async (row) => {
      const letter = await letterOf(db, row);
      return { ...row, to: letter?.to ?? null, text: letter?.text ?? null, subject: letter?.subject ?? null };
    }),
  );
}
