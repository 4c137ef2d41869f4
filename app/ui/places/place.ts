import type { LucideIcon } from "lucide-react";
import type { Permission } from "~/domain/permission";
import type { KeyIn, TextKey } from "~/i18n/catalogue";

export const WINGS = ["onsite", "management", "portal", "system"] as const;
export type Wing = (typeof WINGS)[number];

/** One entry of a wing's navigation. An entry exists only when its page does. */
export type Place = {
  wing: Wing;
  /** Behind `/onsite/:project`, `/management/:project`, `/portal`, `/system`; "" is the wing's own first page. */
  path: string;
  /** The frame carries these words on every page, so that no other area comes with it. */
  text: `places.${KeyIn<"places">}`;
  icon: LucideIcon;
  /** Who finds it: whoever may do this or ask for it. Null: everybody in the wing. */
  permission: Permission | null;
  /** Entries of one heading stand together. */
  group?: TextKey;
  /** Marked as current only on exactly this address. */
  end?: boolean;
};
