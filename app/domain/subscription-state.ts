/** How far a subscription 认购 has come: drafted, its unit confirmed, signed, effective. */
export const SUBSCRIPTION_STATES = ["DRAFTED", "CONFIRMED", "SIGNED", "EFFECTIVE"] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** The furthest step that has its moment. */
export function subscriptionState(steps: {
  unitConfirmedAt: Date | null;
  signedAt: Date | null;
  effectiveAt: Date | null;
}): SubscriptionState {
  if (steps.effectiveAt) return "EFFECTIVE";
  if (steps.signedAt) return "SIGNED";
  return steps.unitConfirmedAt ? "CONFIRMED" : "DRAFTED";
}
