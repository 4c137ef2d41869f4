import { Banknote, DoorOpen, Handshake, LayoutGrid, ListTodo, ReceiptText, Users } from "lucide-react";
import type { Place } from "./place";

/** The entries of the on-site wing, in the order of the screen. The first four are the phone's bottom bar. */
export const ONSITE: readonly Place[] = [
  { wing: "onsite", path: "", text: "places.today", icon: ListTodo, permission: "deal:read" },
  { wing: "onsite", path: "reception", text: "places.reception", icon: DoorOpen, permission: "customer:register" },
  { wing: "onsite", path: "customers", text: "places.customers", icon: Users, permission: "customer:read" },
  { wing: "onsite", path: "cashier", text: "places.cashier", icon: Banknote, permission: "payment:record" },
  { wing: "onsite", path: "board", text: "places.board", icon: LayoutGrid, permission: "unit:read" },
  { wing: "onsite", path: "deals", text: "places.deals", icon: Handshake, permission: "deal:read" },
  { wing: "onsite", path: "receipts", text: "places.receipts", icon: ReceiptText, permission: "receipt:read" },
];
