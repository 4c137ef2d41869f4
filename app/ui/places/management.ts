import {
  BadgeJapaneseYen,
  BookOpen,
  CalendarClock,
  FileUp,
  Gauge,
  Rocket,
  ScrollText,
  Stamp,
  TicketPercent,
} from "lucide-react";
import type { Place } from "./place";

/** The entries of the management wing, in the order of the screen. The first four are the phone's bottom bar. */
export const MANAGEMENT: readonly Place[] = [
  { wing: "management", path: "cockpit", text: "places.cockpit", icon: Gauge, permission: "report:read" },
  { wing: "management", path: "approvals", text: "places.approvals", icon: Stamp, permission: "approval:read" },
  {
    wing: "management",
    path: "prices",
    text: "places.prices",
    icon: BadgeJapaneseYen,
    permission: "price_list:read",
  },
  { wing: "management", path: "releases", text: "places.releases", icon: Rocket, permission: "price_list:read" },
  {
    wing: "management",
    path: "schemes",
    text: "places.schemes",
    icon: TicketPercent,
    permission: "discount_scheme:publish",
  },
  {
    wing: "management",
    path: "plans",
    text: "places.plans",
    icon: CalendarClock,
    permission: "payment_plan:publish",
  },
  {
    wing: "management",
    path: "papers",
    text: "places.projectPapers",
    icon: ScrollText,
    permission: "project:record_papers",
  },
  { wing: "management", path: "import", text: "places.imports", icon: FileUp, permission: "unit:create" },
  { wing: "management", path: "ledger", text: "places.ledger", icon: BookOpen, permission: "ledger:read" },
];
