import { House, MessageSquareText } from "lucide-react";
import type { Place } from "./place";

/** The entries of the buyers' portal, in the order of the screen. The first four are the phone's bottom bar. */
export const PORTAL: readonly Place[] = [
  { wing: "portal", path: "homes", text: "places.homes", icon: House, permission: null },
  { wing: "portal", path: "messages", text: "places.ownMessages", icon: MessageSquareText, permission: null },
];
