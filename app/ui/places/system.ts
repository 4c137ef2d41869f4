import {
  Activity,
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
  { wing: "system", path: "people", text: "system.people", icon: Users, permission: "user:read" },
  {
    wing: "system",
    path: "substitutions",
    text: "substitution.title",
    icon: UserRoundCheck,
    permission: "user:grant",
  },
  { wing: "system", path: "settings", text: "system.settings", icon: SlidersHorizontal, permission: "setting:change" },
  { wing: "system", path: "audit", text: "system.audit", icon: FileClock, permission: "audit:read" },
  { wing: "system", path: "outbox", text: "system.outbox", icon: Inbox, permission: "job:manage" },
  { wing: "system", path: "jobs", text: "system.jobs", icon: ListChecks, permission: "job:manage" },
  { wing: "system", path: "sign-ins", text: "system.signIns", icon: LogIn, permission: "audit:read" },
  { wing: "system", path: "tokens", text: "system.tokens", icon: KeyRound, permission: "api_token:issue" },
  { wing: "system", path: "health", text: "system.health", icon: Activity, permission: "job:manage" },
];
