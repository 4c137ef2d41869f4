import { all, allow, unless, type Verdict } from "./refusal";

/** 员工, 供应商, 关系, 市场: whose special discount it is. */
export const SPECIAL_RELATIONS = ["EMPLOYEE", "SUPPLIER", "RELATION", "MARKET"] as const;
export type SpecialRelation = (typeof SPECIAL_RELATIONS)[number];

/** A special discount names the relation and the reason for it. */
export function specialExplained(depth: number, relation: SpecialRelation | null, reason: string): Verdict {
  if (depth === 0) return allow;
  return all(unless(relation !== null, "relation_required"), unless(reason.trim() !== "", "reason_required"));
}
