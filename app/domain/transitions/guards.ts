/** Guards that several moves ask in the same order. */
export const ON_OFFER = ["unit_taken", "unit_withheld", "unit_not_released"] as const;
export const CLAIMABLE = [...ON_OFFER, "unit_queued", "unit_sealed"] as const;
export const IN_FILED_BAND = ["price_above_filed", "price_below_filed_band"] as const;
export const PRICE = ["discount_above_authority", "price_below_floor", ...IN_FILED_BAND] as const;
export const BUYERS = ["buyers_incomplete", "shares_not_whole", "not_eligible"] as const;
export const TERMS = [...PRICE, "plan_missing", "plan_sum_differs", ...BUYERS] as const;
export const SALEABLE = ["unit_outside_permit", "price_not_approved", ...IN_FILED_BAND, "unit_sealed"] as const;
