import { allow, refuse, type Verdict } from "./refusal";

/** How often somebody has tried a name since it last let anybody in. */
export type Tries = { failures: number; lockedUntil: Date | null; lastAt: Date };

const FAILURES_PER_LOCK = 5;
/** Each lock lasts longer than the one before; the last length repeats. */
const LOCK_MINUTES = [15, 60, 240, 1440];
const FORGOTTEN_AFTER_HOURS = 24;
const MINUTE_MS = 60_000;

/** May the name be tried now? */
export function mayTry(tries: Tries | null, now: Date): Verdict {
  const until = tries?.lockedUntil;
  return until && until > now ? refuse("locked_out", { until }) : allow;
}

/**
 * The count with one more try, taken before its outcome is known, so that many tries at once cannot pass together.
 * Every fifth locks the name. After a quiet day the count begins anew.
 */
export function oneMoreTry(tries: Tries | null, now: Date): Tries {
  const quietSince = now.getTime() - FORGOTTEN_AFTER_HOURS * 60 * MINUTE_MS;
  const failures = (tries && tries.lastAt.getTime() > quietSince ? tries.failures : 0) + 1;
  const locks = failures % FAILURES_PER_LOCK === 0 ? failures / FAILURES_PER_LOCK : 0;
  const minutes = LOCK_MINUTES[Math.min(locks, LOCK_MINUTES.length) - 1];
  return { failures, lockedUntil: minutes ? new Date(now.getTime() + minutes * MINUTE_MS) : null, lastAt: now };
}
