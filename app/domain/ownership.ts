import { hoursAfter } from "./calendar";
import { allow, refuse, type Verdict } from "./refusal";

/** To whom a customer of a project belongs, as stored; no owner means the public pool 公客池. */
export type Ownership = {
  ownerId: string | null;
  /** Does the owner still work here? */
  ownerActive: boolean;
  ownedSince: Date | null;
  /** The last contact that reached the customer. */
  lastFollowUpAt: Date | null;
  /** Whoever bought, or is buying, stays with the owner. */
  buying: boolean;
};

/** When the ownership ends unless the customer is followed up before; null where it does not end by time. */
export function ownedUntil(ownership: Ownership, days: number): Date | null {
  const { ownerId, ownedSince, lastFollowUpAt, buying } = ownership;
  const moments = [ownedSince, lastFollowUpAt].flatMap((at) => (at ? [at.getTime()] : []));
  if (!ownerId || buying || moments.length === 0) return null;
  return hoursAfter(new Date(Math.max(...moments)), days * 24);
}

/** In the public pool: without owner, after an owner who left, or past the days without a valid follow-up. */
export function isInPool(ownership: Ownership, days: number, now: Date): boolean {
  const until = ownedUntil(ownership, days);
  return ownership.ownerId === null || !ownership.ownerActive || (until !== null && until <= now);
}

/** Who is registered: with a full phone or not, known before by the same phone or not, brought to whom. */
export type Arrival = { complete: boolean; knownOwnerId: string | null; servedById: string | null };

/**
 * The first complete registration wins 首接: without a full phone nobody owns the customer, and a second customer
 * with the same phone (a husband, a mother) goes to the owner of the first.
 */
export function firstOwner({ complete, knownOwnerId, servedById }: Arrival): string | null {
  return complete ? (knownOwnerId ?? servedById) : null;
}

/** May somebody take this customer out of the public pool? */
export function canClaim(ownership: Ownership, days: number, now: Date, ownerName: string): Verdict {
  return isInPool(ownership, days, now) ? allow : refuse("not_in_pool", { owner: ownerName });
}

/** A consultant in the rotation 轮接: how many new customers today, and when the last one came. */
export type Turn = { newToday: number; lastAt: Date | null };

/** Fewest new customers today first, then whoever has waited longest since the last one. */
export function byTurn(a: Turn, b: Turn): number {
  return a.newToday - b.newToday || (a.lastAt?.getTime() ?? 0) - (b.lastAt?.getTime() ?? 0);
}
