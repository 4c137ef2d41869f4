import type { CHANGES } from "~/domain/refusals/changes";

export const changes: Record<(typeof CHANGES)[number], string> = {
  cause_missing: "Choose the cause of the change.",
  kinship_proof_missing: "Upload the proof of kinship first.",
};
