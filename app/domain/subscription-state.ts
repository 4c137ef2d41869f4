/** How far a subscription has come: drafted, its unit confirmed, signed, effective; or void. */
export const SUBSCRIPTION_STATES = ["DRAFTED", "CONFIRMED", "SIGNED", "EFFECTIVE", "VOIDED"] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];
