import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "~/domain/refusal";

/** What a door answered when it did not open at once. */
export type SignInResult = {
  door: "password" | "code" | "request-code";
  form: SubmissionResult<string[]> | null;
  refusal: Refusal | null;
  /** The phone that a code is on its way to, if anybody has it. */
  sentTo: { phone: string; minutes: number } | null;
};
