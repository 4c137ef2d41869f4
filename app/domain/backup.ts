import { BUSINESS_TIME_ZONE, businessDay, momentIn } from "./calendar";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A day's backup, and half a day to see to it when it failed. */
export const GOOD_FOR_HOURS = 36;

export type BackupState = "GOOD" | "NONE" | "OLD" | "FAILED";
export type LastBackups = { goodAt: Date | null; failedAt: Date | null };

/** The last moment before now that the clock on the wall showed `at` ("02:30"). */
export function lastDueAt(at: string, now: Date): Date {
  const today = momentIn(BUSINESS_TIME_ZONE, `${businessDay(now)}T${at}`);
  if (!today) throw new RangeError(`no time of day: ${at}`);
  return today <= now ? today : new Date(today.getTime() - DAY_MS);
}

/** Could the office be restored to about yesterday? A failure counts until the next good one. */
export function backupState({ goodAt, failedAt }: LastBackups, now: Date): BackupState {
  if (failedAt && (!goodAt || failedAt > goodAt)) return "FAILED";
  if (!goodAt) return "NONE";
  return now.getTime() - goodAt.getTime() > GOOD_FOR_HOURS * HOUR_MS ? "OLD" : "GOOD";
}
