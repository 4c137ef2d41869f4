import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { Refusal } from "~/domain/refusal";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { endSubstitution } from "./end-substitution.server";
import { setSubstitute } from "./set-substitute.server";
import { endSubstitutionForm, substitutionForm } from "./substitution-form";

type Answer =
  | { done: "set" | "ended" }
  | { done: null; status: 400 | 409; form: SubmissionResult<string[]> | null; refusal: Refusal | null };

/** Carries out what a page of substitutes sent: one more, or the end of one. */
export async function changeSubstitution(ctx: Ctx, sent: FormData): Promise<Answer> {
  if (sent.get("act") === "end") {
    const form = parseWithZod(sent, { schema: endSubstitutionForm });
    if (form.status !== "success") return { done: null, status: 400, form: null, refusal: { code: "not_found" } };
    const outcome = await attempt(endSubstitution(ctx, form.value));
    return outcome.ok ? { done: "ended" } : { done: null, status: 409, form: null, refusal: outcome.refusal };
  }
  const form = parseWithZod(sent, { schema: substitutionForm });
  if (form.status !== "success") return { done: null, status: 400, form: form.reply(), refusal: null };
  const outcome = await attempt(setSubstitute(ctx, { ...form.value, kind: form.value.kind ?? null }));
  return outcome.ok ? { done: "set" } : { done: null, status: 409, form: form.reply(), refusal: outcome.refusal };
}
