/** Why somebody looks at a phone or an ID number in clear; the choice goes into the audit. */
export const REVEAL_PURPOSES = ["CONTACT", "VERIFY", "PAPERS", "BANK", "COMPLAINT"] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];
