import { LayoutGrid } from "lucide-react";
import type { Place } from "./place";

/** On-site 案场 */
export const ONSITE: readonly Place[] = [
  { wing: "onsite", path: "board", text: "board.title", icon: LayoutGrid, permission: "unit:read" },
];
