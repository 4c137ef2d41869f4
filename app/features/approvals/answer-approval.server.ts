import type { z } from "zod";
import type { ApprovalStatus } from "~/domain/approval";
import type { Ctx } from "~/platform/context.server";
import { decideApproval } from "./decide-approval.server";
import type { decideForm } from "./decide-form";
import { withdrawApproval } from "./withdraw-approval.server";

/** Carries out what the inbox sent: a yes, a no or a withdrawal. Returns the status that the slip has now. */
export async function answerApproval(ctx: Ctx, form: z.output<typeof decideForm>): Promise<ApprovalStatus> {
  const { key, approvalId, reason } = form;
  if (form.answer === "withdraw") {
    await withdrawApproval(ctx, { key, approvalId });
    return "WITHDRAWN";
  }
  return (await decideApproval(ctx, { key, approvalId, yes: form.answer === "yes", reason })).status;
}
