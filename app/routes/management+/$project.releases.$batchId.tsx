import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { listPermits } from "~/features/units/assign-permit.server";
import { getReleaseBatch } from "~/features/units/list-release-batches.server";
import { releaseStepForm } from "~/features/units/release-form";
import { mayRedraft, releaseSteps, stepRelease } from "~/features/units/step-release.server";
import { ReleasePage } from "~/features/units/ui/release-page";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";
import { SettingNotes } from "~/ui/setting-note";

export const handle: PageHandle<{ batch: { name: string } }> = { title: (_texts, { batch }) => batch.name };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "release_batch:read");
  const found = await attempt(getReleaseBatch(ctx, requireId(params.batchId)));
  if (!found.ok) throw data(null, 404);
  const may = releaseSteps(ctx, found.value);
  const asked = new URL(request.url).searchParams.get("ask");
  return {
    batch: found.value,
    permits: await listPermits(ctx),
    base: `/management/${ctx.projectCode}/releases`,
    may,
    settings: await settingOrigins(ctx, SCREEN_SETTINGS.releases),
    edits: mayRedraft(ctx, found.value),
    ask: may.find((step) => step === asked) ?? null,
    submissionKey: crypto.randomUUID(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "release_batch:read");
  const form = parseWithZod(await request.formData(), { schema: releaseStepForm });
  if (form.status !== "success") return data({ refusal: { code: "reason_required" as const } }, 400);
  const id = requireId(params.batchId);
  const outcome = await attempt(stepRelease(ctx, id, form.value));
  if (!outcome.ok) return data({ refusal: outcome.refusal }, 409);
  return redirect(`/management/${ctx.projectCode}/releases/${id}?done=${form.value.step}`);
}

export default function ReleaseRoute() {
  const result = useActionData<typeof action>();
  const { settings, ...view } = useLoaderData<typeof loader>();
  return (
    <>
      <ReleasePage {...view} refusal={result?.refusal ?? null} />
      <SettingNotes of={settings} />
    </>
  );
}
