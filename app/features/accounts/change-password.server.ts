import { Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Caller } from "~/platform/context.server";
import { db, inTransaction } from "~/platform/db.server";
import { countUse } from "~/platform/rate-limit.server";
import { hashPassword, passwordFits } from "./password.server";

const TRIES = { times: 5, seconds: 900 };

/** Changes the caller's own password and signs out all their other devices. Refuses `sign_in_failed`. */
export async function changePassword(by: Caller, { old, password }: { old: string; password: string }): Promise<void> {
  await countUse(`change-password:${by.actorId}`, TRIES);
  const user = await db.user.findUniqueOrThrow({ where: { id: by.actorId }, select: { passwordHash: true } });
  if (!(await passwordFits(user.passwordHash, old))) throw new Refused({ code: "sign_in_failed" });
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    await tx.user.update({ where: { id: by.actorId }, data: { passwordHash } });
    const others = { userId: by.actorId, endedAt: null, ...(by.sessionId ? { NOT: { id: by.sessionId } } : {}) };
    await tx.session.updateMany({ where: others, data: { endedAt: by.now } });
    await record(tx, by, { action: "user.password_changed", subject: `user:${by.actorId}` });
  });
}
