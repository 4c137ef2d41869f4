import { type Ppm, WHOLE } from "./rate";
import { refuse, unless, type Verdict } from "./refusal";

/** 单独所有, 共同共有, 按份共有. */
export const OWNERSHIP_FORMS = ["SOLE", "JOINT", "BY_SHARES"] as const;
export type OwnershipForm = (typeof OWNERSHIP_FORMS)[number];

/**
 * One owner holds alone, several jointly without shares, or several by shares above zero that sum to the whole.
 * Null: no share is written for that owner.
 */
export function sharesHold(form: OwnershipForm, shares: readonly (Ppm | null)[]): Verdict {
  if (shares.length === 0 || (form === "SOLE") !== (shares.length === 1)) {
    return refuse("buyers_incomplete", { owners: shares.length });
  }
  if (form !== "BY_SHARES")
    return unless(
      shares.every((share) => share === null),
      "shares_not_whole",
      { sum: 0 },
    );
  const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0);
  const written = shares.every((share) => share !== null && share > 0);
  return unless(written && sum === WHOLE, "shares_not_whole", { sum });
}

/** Equal shares that sum to the whole; the first ones take the millionths left over. */
export function equalShares(owners: number): Ppm[] {
  const each = Math.floor(WHOLE / owners);
  const left = WHOLE - each * owners;
  return Array.from({ length: owners }, (_, at) => (each + (at < left ? 1 : 0)) as Ppm);
}
