import { isSellable, specialDepth } from "./derivation";
import type { Fen } from "./money";
import type { Role } from "./permission";
import { type Ppm, WHOLE } from "./rate";
import { all, allow, refuse, unless, type Verdict } from "./refusal";

export const AUTHORITY_ROLES = ["CONSULTANT", "MANAGER", "DIRECTOR", "GM"] as const satisfies readonly Role[];
export type AuthorityRole = (typeof AUTHORITY_ROLES)[number];

/** How deep a special discount each role gives without asking; a dated setting. */
export type AuthorityTable = Readonly<Record<AuthorityRole, Ppm>>;

/** What an approval on record lifts for this deal. */
export type PriceApproval = { depth: Ppm; belowFloor: boolean };
export const NO_APPROVAL: PriceApproval = { depth: 0 as Ppm, belowFloor: false };

/** Prices a deal is measured by; null where none is set. The filed band may have a lower bound too. */
export type PriceBounds = { schemePrice: Fen; floor: Fen | null; filed: Fen | null; filedLowest: Fen | null };

/** The deepest special discount that the holder of these roles gives without asking. */
export function authorityOf(roles: Iterable<Role>, table: AuthorityTable): Ppm {
  const held = new Set<Role>(roles);
  const depths = AUTHORITY_ROLES.filter((role) => held.has(role)).map((role) => table[role]);
  return Math.max(0, ...depths) as Ppm;
}

/** The roles that may approve a deal price, the nearest first. */
export function approversFor(schemePrice: Fen, dealPrice: Fen, table: AuthorityTable): AuthorityRole[] {
  return AUTHORITY_ROLES.filter((role) => isWithin(schemePrice, dealPrice, table[role]));
}

/**
 * Who says yes to a special discount, in order: the nearest whose authority reaches its depth and, where it gives away
 * more than `second`, the next higher one too.
 */
export function discountChain(nearest: AuthorityRole, off: Fen, second: Fen): [AuthorityRole, ...AuthorityRole[]] {
  const higher = AUTHORITY_ROLES[AUTHORITY_ROLES.indexOf(nearest) + 1];
  return off > second && higher ? [nearest, higher] : [nearest];
}

/** Special discounts go as deep as the own authority or the approval on record. Compared exactly. */
export function withinAuthority(schemePrice: Fen, dealPrice: Fen, authority: Ppm): Verdict {
  if (isWithin(schemePrice, dealPrice, authority)) return allow;
  return refuse("discount_above_authority", { depth: specialDepth(schemePrice, dealPrice), authority });
}

/** The floor is checked on the deal price; only the general manager's approval goes below it. */
export function aboveFloor(dealPrice: Fen, floor: Fen | null, approved: boolean): Verdict {
  return unless(floor === null || dealPrice >= floor || approved, "price_below_floor");
}

/** Nobody sells above the filed price, nor below a filed band's lower bound. */
export function withinFiled(dealPrice: Fen, filed: Fen | null, filedLowest: Fen | null): Verdict {
  return all(
    filed === null ? allow : unless(dealPrice <= filed, "price_above_filed", { filed }),
    filedLowest === null ? allow : unless(dealPrice >= filedLowest, "price_below_filed_band", { filedLowest }),
  );
}

/** Everything a deal price is asked, in the order in which a person mends it. */
export function priceHolds(dealPrice: Fen, bounds: PriceBounds, authority: Ppm, approval: PriceApproval): Verdict {
  const depth = Math.max(authority, approval.depth) as Ppm;
  return all(
    isSellable(dealPrice),
    withinAuthority(bounds.schemePrice, dealPrice, depth),
    aboveFloor(dealPrice, bounds.floor, approval.belowFloor),
    withinFiled(dealPrice, bounds.filed, bounds.filedLowest),
  );
}

function isWithin(schemePrice: Fen, dealPrice: Fen, depth: Ppm): boolean {
  return BigInt(dealPrice) * BigInt(WHOLE) >= BigInt(schemePrice) * BigInt(WHOLE - depth);
}
