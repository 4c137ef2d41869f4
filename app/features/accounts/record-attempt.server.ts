import { db, type Tx } from "~/platform/db.server";
import type { SignInMethod } from "~/platform/prisma/enums";

type Attempt = {
  /** What was typed as login; of a phone the last four digits only. */
  name: string;
  userId: string | null;
  method: SignInMethod;
  ok: boolean;
  reason?: string;
  ip: string;
  userAgent: string;
  at: Date;
};

/** Writes down one sign-in or failure. A failure is kept whatever becomes of the rest, so it has no transaction. */
export async function recordAttempt(attempt: Attempt, tx: Tx = db): Promise<void> {
  const { name, userId, method, ok, reason = null, ip, userAgent, at } = attempt;
  await tx.signInAttempt.create({
    data: { name: name.slice(0, 60), userId, method, ok, reason, ip, userAgent: userAgent.slice(0, 300), at },
  });
}
