/** Changes to a deal. */
export const CHANGES = ["cause_missing", "kinship_proof_missing"] as const;
