import { timingSafeEqual } from "node:crypto";
import { type Refusal, Refused } from "~/domain/refusal";
import { inTransaction, type Tx } from "~/platform/db.server";
import type { Origin } from "~/platform/origin.server";
import type { OneTimeCode } from "~/platform/prisma/client";
import { countUse, giveBackUse } from "~/platform/rate-limit.server";
import { BUYER_SESSION_HOURS, openSession } from "./open-session.server";
import { recordAttempt } from "./record-attempt.server";
import { codeHash, findBuyer } from "./request-code.server";
import type { SignedIn } from "./sign-in.server";

export type SignInByCode = { phone: string; code: string };

const TRIES = 5;
/** Guesses only, as at the staff's door. */
const PER_ADDRESS = { times: 60, seconds: 300 };

/**
 * Signs a buyer in by the code sent to their phone (E.164). A code lets in once, within its minutes and within five
 * tries; refuses `code_wrong`, `code_expired`, `rate_limited`, for phones that nobody has as for others.
 */
export async function signInByCode({ phone, code }: SignInByCode, origin: Origin, now: Date): Promise<SignedIn> {
  const attempt = { name: `*${phone.slice(-4)}`, method: "PHONE_CODE" as const, ...origin, at: now };
  const atAddress = `code-try:address:${origin.ip}`;
  await countUse(atAddress, PER_ADDRESS);
  const refusal = await tryCode(phone, code, now);
  const personId = await findBuyer(phone);
  if (refusal || !personId) {
    const said = refusal ?? { code: "code_wrong" as const };
    await recordAttempt({ ...attempt, ok: false, reason: said.code, userId: null });
    throw new Refused(said);
  }
  await giveBackUse(atAddress);
  return inTransaction(async (tx) => {
    const userId = await buyerOf(tx, personId, now);
    if (!userId) throw new Refused({ code: "code_wrong" });
    await recordAttempt({ ...attempt, ok: true, userId }, tx);
    return { userId, token: await openSession(tx, userId, origin, now, BUYER_SESSION_HOURS) };
  });
}

/** Uses up one try, or the code itself when it fits; committed before anybody hears the answer. */
function tryCode(phone: string, code: string, now: Date): Promise<Refusal | null> {
  return inTransaction(async (tx) => {
    const [kept] = await tx.$queryRaw<OneTimeCode[]>`
      SELECT * FROM "OneTimeCode" WHERE phone = ${phone} AND "usedAt" IS NULL AND "expiresAt" > ${now}
      ORDER BY id DESC LIMIT 1 FOR UPDATE`;
    if (!kept || kept.tries >= TRIES) return { code: "code_expired" };
    const fits = timingSafeEqual(Buffer.from(kept.codeHash), Buffer.from(codeHash(phone, code)));
    const tries = kept.tries + 1;
    await tx.oneTimeCode.update({ where: { id: kept.id }, data: fits ? { tries, usedAt: now } : { tries } });
    return fits ? null : { code: "code_wrong", params: { left: TRIES - tries } };
  });
}

/** The buyer's user, made at the first sign-in; null while an administrator keeps it closed. */
async function buyerOf(tx: Tx, personId: string, now: Date): Promise<string | null> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  const user = await tx.user.upsert({
    where: { personId },
    create: { personId, name: person.name, createdAt: now },
    update: {},
    select: { id: true, disabledAt: true },
  });
  return user.disabledAt ? null : user.id;
}
