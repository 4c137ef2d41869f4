import { Banknote, DoorOpen, Handshake, LayoutGrid, ListTodo, ReceiptText, Users } from "lucide-react";
import type { Place } from "./place";

/** The entries of the on-site wing, in the order of the screen. The first four are the phone's bottom bar. */
export const ONSITE: readonly Place[] = [
  { wing: "onsite", path: "", text: "deals.today", icon: ListTodo, permission: "deal:read" },
  { wing: "onsite", path: "reception", text: "customers.reception", icon: DoorOpen, permission: "customer:register" },
  { wing: "onsite", path: "customers", text: "customers.title", icon: Users, permission: "customer:read" },
  { wing: "onsite", path: "cashier", text: "finance.cashier", icon: Banknote, permission: "payment:record" },
  { wing: "onsite", path: "board", text: "board.title", icon: LayoutGrid, permission: "unit:read" },
  { wing: "onsite", path: "deals", text: "deals.title", icon: Handshake, permission: "deal:read" },
  { wing: "onsite", path: "receipts", text: "finance.receipts", icon: ReceiptText, permission: "receipt:read" },
];
