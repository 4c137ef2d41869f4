import { type Day, daysBetween } from "./calendar";
import type { Fen } from "./money";
import { type Held, may, type Permission, type Reach, reachOf } from "./permission";
import { type Ppm, WHOLE } from "./rate";
import { refuse, type Verdict } from "./refusal";
import { quotient } from "./rounding";

/** What the board can be coloured by beyond what it shows anyway: each is asked of the server when it is chosen. */
export const BOARD_LENSES = ["days", "depth", "consultant"] as const;
export type BoardLens = (typeof BOARD_LENSES)[number];

/** What a deal came to, and whose it is, belong to the deal; how long a unit has been on sale, to the unit. */
const NEEDS = {
  days: "unit:read",
  depth: "deal:read",
  consultant: "deal:read",
} as const satisfies Record<BoardLens, Permission>;

export function isBoardLens(text: string): text is BoardLens {
  return BOARD_LENSES.some((lens) => lens === text);
}

/** May the holder look at the board through this lens at all? */
export function mayLookThrough(held: Held, lens: BoardLens): Verdict {
  // The board is of those who see every unit; whoever sees his own only has no board.
  if (reachOf(held, "unit:read") !== "scope") return refuse("not_permitted", { needed: "unit:read" });
  return may(held, NEEDS[lens]);
}

/** How far the holder sees through a lens: every unit, or only those of his own deals. */
export function lensReach(held: Held, lens: BoardLens): Reach | null {
  return mayLookThrough(held, lens).ok ? reachOf(held, NEEDS[lens]) : null;
}

/**
 * Whole days on offer 去化天数: from the day of release to the day of sale, or to today while nobody has bought.
 * Null before the release, and where the unit came sold; the day of release itself is day 0.
 */
export function daysOnMarket(releasedOn: Day | null, soldOn: Day | null, today: Day): number | null {
  if (releasedOn === null || releasedOn > today) return null;
  const days = daysBetween(releasedOn, soldOn ?? today);
  return days < 0 ? null : days;
}

/** 1 − deal ÷ list in millionths, rounded half up; below zero where a deal is dearer than its list price. */
export function discountDepth(list: Fen, deal: Fen): Ppm | null {
  if (list <= 0) return null;
  return Number(quotient(BigInt(list - deal) * BigInt(WHOLE), BigInt(list), "HALF_UP")) as Ppm;
}

/** Upper bounds of the first four of five classes, the same in every project so that boards can be compared. */
export const LENS_SCALES = {
  /** Days: a month, a quarter, half a year, a year. */
  days: [30, 90, 180, 365],
  /** ppm: 99 折, 98 折, 97 折, 95 折. */
  depth: [10_000, 20_000, 30_000, 50_000],
} as const;

/** The class of a value, from 0; a value on a bound belongs below it. */
export function classOf(value: number, bounds: readonly number[]): number {
  const at = bounds.findIndex((bound) => value <= bound);
  return at < 0 ? bounds.length : at;
}
