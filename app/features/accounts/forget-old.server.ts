import { db } from "~/platform/db.server";
import { forgetOldCounts } from "~/platform/rate-limit.server";

const DAY_MS = 86_400_000;

/** Clears away what was kept for a short while: answers to repeated forms, codes, tries and counts. */
export async function forgetOld(now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY_MS);
  const beforeYesterday = new Date(now.getTime() - 2 * DAY_MS);
  await db.submission.deleteMany({ where: { at: { lt: yesterday } } });
  await db.oneTimeCode.deleteMany({ where: { expiresAt: { lt: yesterday } } });
  await db.signInLock.deleteMany({
    where: { lastAt: { lt: beforeYesterday }, OR: [{ lockedUntil: null }, { lockedUntil: { lt: now } }] },
  });
  await forgetOldCounts();
}
