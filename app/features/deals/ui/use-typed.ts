import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "~/domain/refusal";
import { useFieldError } from "~/ui/use-field-error";

/** A form that came back: what was typed, and why. Undefined before it was first sent. */
export type FormResult = { form: SubmissionResult<string[]>; refusal: Refusal | null } | undefined;

/** What was typed before the form came back, and what is wrong with it. */
export function useTyped(result: FormResult) {
  const fieldError = useFieldError();
  return {
    typed: (name: string, start: string) => {
      const value = result?.form.initialValue?.[name];
      return typeof value === "string" ? value : result ? "" : start;
    },
    error: (name: string) => fieldError(result?.form.error?.[name] ?? undefined),
  };
}
