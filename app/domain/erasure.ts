import { addDays, addMonths, type Day, dayIn, startOfDayIn } from "./calendar";
import { all, allow, unless, type Verdict } from "./refusal";

/** Why a person is erased: the period of retention is over, or the person asked (个人信息保护法 第47条). */
export const ERASURE_GROUNDS = ["RETENTION", "REQUEST"] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** What stands where the words of an erased person stood. */
export const ERASED = "***";

/** What the house knows of a person when an erasure is asked for. */
export type Erasable = {
  lastContactAt: Date;
  /** A hold or a deal is under way. */
  live: boolean;
  /** Money came in. */
  money: boolean;
  /** Papers were signed or issued. */
  papers: boolean;
  /** Another request about the person waits for its answer. */
  asked: boolean;
};

/** Whoever was heard of before this moment, and not since, is due (个人信息保护法 第19条). */
export function retainedSince(now: Date, months: number, timeZone: string): Date {
  return startOfDayIn(timeZone, addMonths(dayIn(timeZone, now), -months));
}

/** The first day on which a person last heard of then is due. */
export function dueOn(lastContactAt: Date, months: number, timeZone: string): Day {
  return addDays(addMonths(dayIn(timeZone, lastContactAt), months), 1);
}

/**
 * May the person be erased on this ground? Never while something is under way, and never where contract or books must
 * be kept (第47条第2款); by retention only once the period is over.
 */
export function canErase(
  ground: ErasureGround,
  { lastContactAt, ...keeps }: Erasable,
  { months, timeZone, now }: { months: number; timeZone: string; now: Date },
): Verdict {
  const over = lastContactAt < retainedSince(now, months, timeZone);
  return all(
    unless(!keeps.live, "erase_deal_open"),
    unless(!keeps.money, "erase_money"),
    unless(!keeps.papers, "erase_deal_kept"),
    unless(!keeps.asked, "erase_request_open"),
    ground === "RETENTION" && !over
      ? unless(false, "retention_running", { until: dueOn(lastContactAt, months, timeZone) })
      : allow,
  );
}
