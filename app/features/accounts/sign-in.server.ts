import { Refused } from "~/domain/refusal";
import { db, inTransaction } from "~/platform/db.server";
import type { Origin } from "~/platform/origin.server";
import { countUse, giveBackUse } from "~/platform/rate-limit.server";
import { openSession, STAFF_SESSION_HOURS } from "./open-session.server";
import { passwordFits } from "./password.server";
import { recordAttempt } from "./record-attempt.server";
import { takeTry } from "./tries.server";

export type SignIn = { login: string; password: string };
export type SignedIn = { userId: string; token: string };

/** Guesses only: a whole sales office signs in from one address on opening day. */
const PER_ADDRESS = { times: 60, seconds: 300 };
const PER_LOGIN = { times: 30, seconds: 300 };

/**
 * Signs a member of staff in. Refuses `sign_in_failed` for a wrong password and for a name that nobody bears alike, in
 * the same time; `locked_out` after repeated failures; `rate_limited` after too many guesses.
 */
export async function signIn({ login, password }: SignIn, origin: Origin, now: Date): Promise<SignedIn> {
  const attempt = { name: login, method: "PASSWORD" as const, ...origin, at: now };
  const refuseAs = async (refused: unknown, userId: string | null) => {
    const reason = refused instanceof Refused ? refused.refusal.code : "failed";
    await recordAttempt({ ...attempt, ok: false, reason, userId });
    throw refused;
  };
  const [atAddress, atLogin] = [`sign-in:address:${origin.ip}`, `sign-in:login:${login}`];
  try {
    await countUse(atAddress, PER_ADDRESS);
    await countUse(atLogin, PER_LOGIN);
    await takeTry(login, now);
  } catch (refused) {
    return refuseAs(refused, null);
  }
  const user = await db.user.findUnique({ where: { login } });
  const fits = await passwordFits(user?.passwordHash ?? null, password);
  if (!user || !fits || user.disabledAt) return refuseAs(new Refused({ code: "sign_in_failed" }), user?.id ?? null);
  await Promise.all([atAddress, atLogin].map(giveBackUse));
  return inTransaction(async (tx) => {
    await tx.signInLock.deleteMany({ where: { name: login } });
    await recordAttempt({ ...attempt, ok: true, userId: user.id }, tx);
    const token = await openSession(tx, user.id, origin, now, STAFF_SESSION_HOURS);
    return { userId: user.id, token };
  });
}
