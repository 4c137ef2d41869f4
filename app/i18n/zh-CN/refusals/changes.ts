import type { CHANGES } from "~/domain/refusals/changes";

/** Changes to a deal. A part in brackets is left out where its figures are not known. */
export const changes: Record<(typeof CHANGES)[number], string> = {
  cause_missing: "请选择变更原因。",
  kinship_proof_missing: "请先上传亲属关系证明。",
};
