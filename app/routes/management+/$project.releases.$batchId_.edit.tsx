import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { momentIn } from "~/domain/calendar";
import { redraftReleaseBatch } from "~/features/units/draft-release-batch.server";
import { getReleaseDraft } from "~/features/units/get-release-draft.server";
import { listBuildings } from "~/features/units/list-choosable.server";
import { redraftReleaseForm } from "~/features/units/release-form";
import { RedraftReleasePage } from "~/features/units/ui/redraft-release-page";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle<{ draft: { name: string } }> = {
  title: ({ t }, { draft }) => `${t("management.editDraft")} · ${draft.name}`,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "release_batch:draft");
  const id = requireId(params.batchId);
  const back = `/management/${ctx.projectCode}/releases/${id}`;
  const found = await attempt(getReleaseDraft(ctx, id, new URL(request.url).searchParams));
  if (found.ok) {
    return { draft: found.value, buildings: await listBuildings(ctx), submissionKey: crypto.randomUUID(), back };
  }
  // Asked for meanwhile: its own page says so.
  if (found.refusal.code === "wrong_state") throw redirect(back);
  throw data(null, 404);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "release_batch:draft");
  const batchId = requireId(params.batchId);
  const sent = await request.formData();
  const text = (name: string) => String(sent.get(name) ?? "");
  const values = { name: text("name"), opensAt: text("opensAt") };
  const typed = { values, version: text("version"), chosen: sent.getAll("unitIds").map(String) };
  const form = redraftReleaseForm.safeParse({
    ...{ ...values, key: text("key") },
    ...{ version: typed.version, unitIds: typed.chosen },
  });
  if (!form.success) {
    const errors: Record<string, string[]> = z.flattenError(form.error).fieldErrors;
    return data({ ...typed, errors, refusal: null }, 400);
  }
  const { key, name, version, unitIds: ids } = form.data;
  const opensAt = (momentIn(ctx.timeZone, form.data.opensAt) ?? ctx.now).toISOString();
  const outcome = await attempt(redraftReleaseBatch(ctx, { key, batchId, version, name, opensAt, units: { ids } }));
  if (!outcome.ok) return data({ ...typed, errors: {}, refusal: outcome.refusal }, 409);
  return redirect(`/management/${ctx.projectCode}/releases/${batchId}?done=draft`);
}

export default function EditRelease() {
  return <RedraftReleasePage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
