import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addDays, dayIn, momentIn } from "~/domain/calendar";
import { draftReleaseBatch } from "~/features/units/draft-release-batch.server";
import { listBuildings, listChoosable } from "~/features/units/list-choosable.server";
import { draftReleaseForm } from "~/features/units/release-form";
import { DraftReleasePage } from "~/features/units/ui/draft-release-page";
import { attempt } from "~/platform/attempt.server";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("management.newBatch") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "release_batch:draft");
  const opensAt = `${addDays(dayIn(ctx.timeZone, ctx.now), 1)}T10:00`;
  const moment = momentIn(ctx.timeZone, opensAt) ?? ctx.now;
  const [units, buildings] = await Promise.all([
    listChoosable(ctx, new URL(request.url).searchParams, moment),
    listBuildings(ctx),
  ]);
  const back = `/management/${ctx.projectCode}/releases`;
  return { units, buildings, opensAt, submissionKey: crypto.randomUUID(), back };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "release_batch:draft");
  const sent = await request.formData();
  const values = { name: String(sent.get("name") ?? ""), opensAt: String(sent.get("opensAt") ?? "") };
  const form = draftReleaseForm.safeParse({ ...values, key: sent.get("key"), unitIds: sent.getAll("unitIds") });
  if (!form.success) {
    return data(
      { values, errors: z.flattenError(form.error).fieldErrors as Record<string, string[]>, refusal: null },
      400,
    );
  }
  const { key, name, unitIds: ids } = form.data;
  const opensAt = (momentIn(ctx.timeZone, form.data.opensAt) ?? ctx.now).toISOString();
  const outcome = await attempt(draftReleaseBatch(ctx, { key, name, opensAt, units: { ids } }));
  if (!outcome.ok) return data({ values, errors: {}, refusal: outcome.refusal }, 409);
  return redirect(`/management/${ctx.projectCode}/releases/${outcome.value.batchId}?done=draft`);
}

export default function NewRelease() {
  return <DraftReleasePage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
