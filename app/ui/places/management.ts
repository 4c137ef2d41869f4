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
  { wing: "management", path: "cockpit", text: "reports.title", icon: Gauge, permission: "report:read" },
  { wing: "management", path: "approvals", text: "approvals.title", icon: Stamp, permission: "approval:read" },
  {
    wing: "management",
    path: "prices",
    text: "management.prices",
    icon: BadgeJapaneseYen,
    permission: "price_list:read",
  },
  { wing: "management", path: "releases", text: "management.releases", icon: Rocket, permission: "price_list:read" },
  {
    wing: "management",
    path: "schemes",
    text: "management.schemes",
    icon: TicketPercent,
    permission: "discount_scheme:publish",
  },
  {
    wing: "management",
    path: "plans",
    text: "management.plans",
    icon: CalendarClock,
    permission: "payment_plan:publish",
  },
  {
    wing: "management",
    path: "papers",
    text: "management.projectPapers",
    icon: ScrollText,
    permission: "project:record_papers",
  },
  { wing: "management", path: "import", text: "imports.title", icon: FileUp, permission: "unit:create" },
  { wing: "management", path: "ledger", text: "finance.ledger", icon: BookOpen, permission: "ledger:read" },
];
