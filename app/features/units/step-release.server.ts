import { may, mayAsk } from "~/domain/permission";
import { canMove } from "~/domain/transition";
import type { Ctx } from "~/platform/context.server";
import { assignPermit } from "./assign-permit.server";
import type { BatchDetail } from "./list-release-batches.server";
import { releaseBatch } from "./release-batch.server";
import type { ReleaseStep, ReleaseStepName } from "./release-form";
import { requestRelease } from "./request-release.server";
import { cancelRelease, withdrawRelease } from "./withdraw-release.server";

/** Takes the step that a form names. */
export async function stepRelease(ctx: Ctx, batchId: string, form: ReleaseStep): Promise<void> {
  const at = { key: form.key, batchId, version: form.version };
  if (form.step === "request") await requestRelease(ctx, { ...at, reason: form.reason });
  else if (form.step === "withdraw") await withdrawRelease(ctx, at);
  else if (form.step === "cancel") await cancelRelease(ctx, { ...at, reason: form.reason });
  else if (form.step === "release") await releaseBatch(ctx, at);
  else await assignPermit(ctx, { ...at, permitId: form.permitId });
}

/** May this reader put the batch together anew? */
export function mayRedraft({ permissions }: Ctx, { status }: Pick<BatchDetail, "status">): boolean {
  return status === "DRAFT" && may(permissions, "release_batch:draft").ok;
}

/** The steps that this reader may take from here: what the page offers. The commands ask again. */
export function releaseSteps({ permissions, now }: Ctx, batch: BatchDetail): ReleaseStepName[] {
  const { status, sound, opensAt } = batch;
  const from = (action: Parameters<typeof canMove<"release_batch">>[1]) => canMove("release_batch", action, status).ok;
  const due = sound && opensAt <= now;
  const asks = mayAsk(permissions, "release_batch:request_release").ok;
  const steps: [ReleaseStepName, boolean][] = [
    ["assign", may(permissions, "unit:edit").ok && batch.withoutPermit > 0],
    ["request", asks && sound && from("request_release")],
    ["withdraw", may(permissions, "release_batch:withdraw").ok && from("withdraw")],
    ["cancel", may(permissions, "release_batch:cancel").ok && from("cancel")],
    ["release", may(permissions, "release_batch:release").ok && due && from("release")],
  ];
  return steps.filter(([, open]) => open).map(([step]) => step);
}
