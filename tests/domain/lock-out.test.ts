import { describe, expect, it } from "vitest";
import { mayTry, oneMoreTry, type Tries } from "~/domain/lock-out";

const START = new Date("2026-03-02T02:00:00Z");
const minutesLater = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

/** Tries as often as possible, at once when allowed, else when the lock ends; the minutes of each lock met. */
function locksMet(tries: number): number[] {
  let [now, kept, locks] = [START, null as Tries | null, [] as number[]];
  for (let i = 0; i < tries; i++) {
    if (!mayTry(kept, now).ok && kept?.lockedUntil) {
      locks.push((kept.lockedUntil.getTime() - now.getTime()) / 60_000);
      now = kept.lockedUntil;
    }
    kept = oneMoreTry(kept, now);
  }
  return locks;
}

describe("a name that is tried again and again", () => {
  it("is locked after every fifth try, longer each time, a day at most", () => {
    expect(locksMet(5)).toEqual([]);
    expect(locksMet(6)).toEqual([15]);
    expect(locksMet(16)).toEqual([15, 60, 240]);
  });

  it("is open again to the moment, and says until when it is not", () => {
    const kept = [1, 2, 3, 4, 5].reduce<Tries | null>((tries) => oneMoreTry(tries, START), null);
    const until = minutesLater(15);
    expect(mayTry(kept, new Date(until.getTime() - 1))).toEqual({
      ok: false,
      refusal: { code: "locked_out", params: { until } },
    });
    expect(mayTry(kept, until).ok).toBe(true);
  });

  it("begins anew after a quiet day", () => {
    const four = [1, 2, 3, 4].reduce<Tries | null>((tries) => oneMoreTry(tries, START), null);
    expect(oneMoreTry(four, minutesLater(24 * 60 - 1)).lockedUntil).not.toBeNull();
    expect(oneMoreTry(four, minutesLater(24 * 60))).toMatchObject({ failures: 1, lockedUntil: null });
  });
});
