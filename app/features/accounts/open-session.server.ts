import { hashOf, newToken } from "~/platform/credential.server";
import type { Tx } from "~/platform/db.server";
import type { Origin } from "~/platform/origin.server";

/** A working day; who stays longer signs in again and finds his form as he left it. */
export const STAFF_SESSION_HOURS = 12;
/** Buyers come back on their own phone. */
export const BUYER_SESSION_HOURS = 24 * 30;

/** Opens a session and returns its token, which only the cookie will hold. */
export async function openSession(tx: Tx, userId: string, origin: Origin, now: Date, hours: number): Promise<string> {
  const token = newToken();
  await tx.session.create({
    data: {
      userId,
      tokenHash: hashOf(token),
      ip: origin.ip,
      userAgent: origin.userAgent.slice(0, 300),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + hours * 3_600_000),
    },
  });
  return token;
}
