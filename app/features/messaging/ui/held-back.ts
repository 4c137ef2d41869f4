/** What may hold a message back, as its row names it. */
export const HELD_BACK = ["QUIET_HOURS", "CAP", "TOO_LATE", "DECLINED", "NO_ADDRESS"] as const;
export type HeldBack = (typeof HELD_BACK)[number];
