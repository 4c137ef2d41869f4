import type { RefusalCode, Verdict } from "~/domain/refusal";

/** The code of a refusal, or "allowed". */
export function answerOf(verdict: Verdict): RefusalCode | "allowed" {
  return verdict.ok ? "allowed" : verdict.refusal.code;
}
