/** What a consultant or the desk notes; whether a visit is the first or a repeated one is known from those before. */
export const CONTACTS = ["VISIT", "CALL_OUT", "CALL_IN", "MESSAGE", "ACCOMPANIED", "OUTREACH", "CARE", "NOTE"] as const;
export type Contact = (typeof CONTACTS)[number];
