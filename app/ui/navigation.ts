import type { Role } from "~/domain/permission";
import type { Texts } from "~/i18n/texts";
import type { NavGroup } from "./nav";
import { MANAGEMENT } from "./places/management";
import { ONSITE } from "./places/onsite";
import { type Place, WINGS, type Wing } from "./places/place";
import { PORTAL } from "./places/portal";
import { SYSTEM } from "./places/system";

export { type Place, WINGS, type Wing };

/** Every entry of every wing; each wing's stand in a file of their own. */
export const PLACES: readonly Place[] = [...ONSITE, ...MANAGEMENT, ...PORTAL, ...SYSTEM];

const HOME: Record<Role, Wing> = {
  RECEPTIONIST: "onsite",
  CONSULTANT: "onsite",
  CONTROLLER: "onsite",
  MANAGER: "onsite",
  DIRECTOR: "management",
  GM: "management",
  CASHIER: "onsite",
  ACCOUNTANT: "management",
  FINANCE: "management",
  CLERK: "onsite",
  MORTGAGE: "onsite",
  PLANNER: "management",
  SERVICE: "onsite",
  ENGINEER: "onsite",
  CHANNEL: "onsite",
  CONTRACTOR: "onsite",
  PROPERTY: "onsite",
  ANALYST: "management",
  ADMIN: "system",
  BUYER: "portal",
};

/** The wing where the holder of these roles begins the day. */
export function homeWing(roles: readonly Role[]): Wing {
  const homes = new Set(roles.map((role) => HOME[role]));
  return WINGS.find((wing) => homes.has(wing)) ?? "onsite";
}

/** The entries of a wing with these paths, in the reader's language, under the wing's address. */
export function navOf(wing: Wing, paths: readonly string[], base: string, { t }: Texts): NavGroup[] {
  const found = PLACES.filter((place) => place.wing === wing && paths.includes(place.path));
  const headings = [...new Set(found.map(({ group }) => group))];
  return headings.map((heading) => ({
    ...(heading ? { label: t(heading) } : {}),
    entries: found
      .filter(({ group }) => group === heading)
      .map(({ path, text, icon, end = false }) => ({
        to: path ? `${base}/${path}` : base,
        label: t(text),
        icon,
        end: end || path === "",
      })),
  }));
}
