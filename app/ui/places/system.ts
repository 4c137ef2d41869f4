import { SlidersHorizontal, Users } from "lucide-react";
import type { Place } from "./place";

/** The entries of the system wing, in the order of the screen. The first four are the phone's bottom bar. */
export const SYSTEM: readonly Place[] = [
  { wing: "system", path: "people", text: "system.people", icon: Users, permission: "user:read" },
  { wing: "system", path: "settings", text: "system.settings", icon: SlidersHorizontal, permission: "setting:change" },
];
