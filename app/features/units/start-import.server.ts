import { z } from "zod";
import { may } from "~/domain/permission";
import type { PriceFileProfile } from "~/domain/price-file-profile";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { sendJob } from "~/platform/jobs.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { importJob } from "./import-job.server";
import { getPriceList } from "./upload-price-list.server";

export type StartImport = {
  key: string;
  fileId: string;
  profile: PriceFileProfile | null;
  profileName: string | null;
  acceptGoodRows: boolean;
};

const started = z.object({ runId: z.string() });

/** Sends an uploaded file on its way into the project; the same form sent again follows the same run. */
export async function startImport(ctx: Ctx, { key, ...input }: StartImport): Promise<string> {
  demand(may(ctx.permissions, "unit:create"));
  demand(may(ctx.permissions, "unit:import_sold"));
  await getPriceList(ctx, input.fileId);
  const submission = submissionOf(ctx, "unit:import", { key, ...input });
  const { runId } = await carryOut(ctx, submission, started, async (tx) => ({
    runId: await sendJob(tx, ctx, importJob, input),
  }));
  return runId;
}
