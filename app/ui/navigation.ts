import { type LucideIcon, Stamp } from "lucide-react";
import { type LucideIcon, Users } from "lucide-react";
import type { Permission, Role } from "~/domain/permission";
import type { TextKey } from "~/i18n/catalogue";
import type { Texts } from "~/i18n/texts";
import type { NavGroup } from "./nav";

export const WINGS = ["onsite", "management", "portal", "system"] as const;
export type Wing = (typeof WINGS)[number];

/** One entry of a wing's navigation. An entry exists only when its page does. */
export type Place = {
  wing: Wing;
  /** Behind `/onsite/:project`, `/management/:project`, `/portal`, `/system`; "" is the wing's own first page. */
  path: string;
  text: TextKey;
  icon: LucideIcon;
  /** Who finds it: whoever may do this or ask for it. Null: everybody in the wing. */
  permission: Permission | null;
  /** Entries of one heading stand together. */
  group?: TextKey;
  /** Marked as current only on exactly this address. */
  end?: boolean;
};

/** Every entry, in the order of the screen. The first four of a wing are the phone's bottom bar. */
export const PLACES: readonly Place[] = [
  { wing: "management", path: "approvals", text: "approvals.title", icon: Stamp, permission: "approval:read" },
  { wing: "system", path: "people", text: "system.people", icon: Users, permission: "user:read" },
];

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
