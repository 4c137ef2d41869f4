import type { LucideIcon } from "lucide-react";

/** One place in a wing. `end`: marked as current only on exactly this address. `count`: things waiting there. */
export type NavEntry = { to: string; label: string; icon: LucideIcon; end?: boolean; count?: number };
export type NavGroup = { label?: string; entries: readonly NavEntry[] };
