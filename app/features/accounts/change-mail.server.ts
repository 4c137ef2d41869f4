import { record } from "~/platform/audit.server";
import type { Caller } from "~/platform/context.server";
import { db, inTransaction } from "~/platform/db.server";

/** Sets where the office writes to the caller; null: nowhere. The audit notes that it changed, not the address. */
export async function changeMail(by: Caller, { mail }: { mail: string | null }): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: by.actorId, personId: null, OR: [{ mail: null }, { mail: { not: mail ?? "" } }] },
      data: { mail },
    });
    if (count === 0) return;
    await record(tx, by, {
      action: "user.mail_changed",
      subject: `user:${by.actorId}`,
      after: { given: mail !== null },
    });
  });
}

/** Where the office writes to the caller. */
export async function getMail(by: Caller): Promise<string | null> {
  const user = await db.user.findUniqueOrThrow({ where: { id: by.actorId }, select: { mail: true } });
  return user.mail;
}
