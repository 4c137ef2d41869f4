import { AFTERCARE } from "./permissions/aftercare";
import { CUSTOMERS } from "./permissions/customers";
import { DEALS } from "./permissions/deals";
import { INVENTORY } from "./permissions/inventory";
import { MONEY } from "./permissions/money";
import { OFFICE } from "./permissions/office";
import { ROLES, type Role, type Row } from "./permissions/role";
import { allow, refuse, type Verdict } from "./refusal";

export { ROLES, type Role };

/** Every right in the house and who has it. What has no row is refused to everybody. */
export const PERMISSIONS = { ...INVENTORY, ...CUSTOMERS, ...DEALS, ...MONEY, ...AFTERCARE, ...OFFICE } as const;

export type Permission = keyof typeof PERMISSIONS;

/** `own`: own records (or those of the own company); `scope`: everything that the grant reaches. */
export type Reach = "own" | "scope";

/** How far one may do a thing oneself, and how far one may ask for it. */
export type Standing = { readonly does: Reach | null; readonly asks: Reach | null };

export type Held = ReadonlyMap<Permission, Standing>;

// Whoever is not of the office's own staff, and the consultant, asks for own records only.
const ASKS_FOR_OWN: ReadonlySet<Role> = new Set(["CONSULTANT", "CHANNEL", "CONTRACTOR", "PROPERTY", "BUYER"]);

const APPROVES_OR_TAKES_MONEY = (Object.entries(PERMISSIONS) as [Permission, Row][]).flatMap(([name, row]) =>
  /^approval:(approve|reject)$|^payment:record$/.test(name) ? (row.scope ?? []) : [],
);

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(PERMISSIONS, text);
}

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** What each set of roles may do, worked out when it first comes up. */
const HELD_BY = new Map<string, Held>();

/** What the holder of these roles may do, the farthest reach of any of them counting. */
export function permissionsOf(roles: Iterable<Role>): Held {
  const held = new Set(roles);
  const key = [...held].sort().join(" ");
  const known = HELD_BY.get(key);
  if (known) return known;
  const permissions = readTable(held);
  HELD_BY.set(key, permissions);
  return permissions;
}

function readTable(held: ReadonlySet<Role>): Held {
  const standings = (Object.entries(PERMISSIONS) as [Permission, Row][]).map(
    ([name, row]) => [name, standingOf(row, held)] as const,
  );
  return new Map(standings.filter(([, standing]) => standing.does ?? standing.asks));
}

/** May the holder do it himself? (A right to ask is none to do; see `mayAsk`.) */
export function may(held: Held, needed: Permission): Verdict {
  return reachOf(held, needed) ? allow : refuse("not_permitted", { needed });
}

/** May the holder do it or at least ask for it? Every `request_…` is asked for, never done. */
export function mayAsk(held: Held, needed: Permission): Verdict {
  return askReachOf(held, needed) ? allow : refuse("not_permitted", { needed });
}

/** How far the holder's doing reaches; null where he may not do it himself. */
export function reachOf(held: Held, needed: Permission): Reach | null {
  return held.get(needed)?.does ?? null;
}

/** How far the holder's doing or asking reaches; null where he may do neither. */
export function askReachOf(held: Held, needed: Permission): Reach | null {
  const standing = held.get(needed);
  return farther(standing?.does ?? null, standing?.asks ?? null);
}

/**
 * Roles that one person never has together: who takes money does not keep the books (会计法 37), and who
 * administers the system neither approves business nor takes money.
 */
export function rolesConflict(roles: Iterable<Role>): Verdict {
  const held = new Set(roles);
  const bookKeeper = held.has("ACCOUNTANT") ? "ACCOUNTANT" : held.has("FINANCE") ? "FINANCE" : null;
  if (held.has("CASHIER") && bookKeeper) return refuse("roles_conflict", { one: "CASHIER", other: bookKeeper });
  const apart = APPROVES_OR_TAKES_MONEY.find((role) => held.has(role));
  return held.has("ADMIN") && apart ? refuse("roles_conflict", { one: "ADMIN", other: apart }) : allow;
}

function standingOf(row: Row, held: ReadonlySet<Role>): Standing {
  const has = (role: Role) => held.has(role);
  const asking = (row.ask ?? []).filter(has);
  return {
    does: row.scope?.some(has) ? "scope" : row.own?.some(has) ? "own" : null,
    asks: asking.length === 0 ? null : asking.every((role) => ASKS_FOR_OWN.has(role)) ? "own" : "scope",
  };
}

function farther(a: Reach | null, b: Reach | null): Reach | null {
  return a === "scope" || b === "scope" ? "scope" : (a ?? b);
}
