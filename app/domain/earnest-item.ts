/**
 * What schedule and receipt call the earnest money: the one instalment that no payment plan names. Stored with the
 * instalment, in Chinese as every paper of the office.
 */
export const EARNEST_ITEM = "定金";
