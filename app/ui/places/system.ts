import {
  Activity,
  CalendarDays,
  DatabaseBackup,
  FileClock,
  Inbox,
  KeyRound,
  ListChecks,
  LogIn,
  SlidersHorizontal,
  UserRoundCheck,
  Users,
} from "lucide-react";
import type { Place } from "./place";

/** The entries of the system wing, in the order of the screen. The first four are the phone's bottom bar. */
export const SYSTEM: readonly Place[] = [
  { wing: "system", path: "people", text: "places.people", icon: Users, permission: "user:read" },
  { wing: "system", path: "settings", text: "places.settings", icon: SlidersHorizontal, permission: "setting:change" },
  { wing: "system", path: "audit", text: "places.audit", icon: FileClock, permission: "audit:read" },
  { wing: "system", path: "outbox", text: "places.outbox", icon: Inbox, permission: "job:manage" },
  {
    wing: "system",
    path: "substitutions",
    text: "places.substitutions",
    icon: UserRoundCheck,
    permission: "user:grant",
  },
  { wing: "system", path: "calendar", text: "places.calendar", icon: CalendarDays, permission: "setting:change" },
  { wing: "system", path: "jobs", text: "places.jobs", icon: ListChecks, permission: "job:manage" },
  { wing: "system", path: "backups", text: "places.backups", icon: DatabaseBackup, permission: "backup:run" },
  { wing: "system", path: "sign-ins", text: "places.signIns", icon: LogIn, permission: "audit:read" },
  { wing: "system", path: "tokens", text: "places.tokens", icon: KeyRound, permission: "api_token:issue" },
  { wing: "system", path: "health", text: "places.health", icon: Activity, permission: "job:manage" },
];
