import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { mappingOf } from "~/features/units/import-mapping";
import { listImportProfiles } from "~/features/units/list-import-profiles.server";
import { previewImport } from "~/features/units/preview-import.server";
import { startImport } from "~/features/units/start-import.server";
import { ImportPreview } from "~/features/units/ui/import-preview";
import { getPriceList } from "~/features/units/upload-price-list.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { requireId, requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.imports") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:create");
  const file = await fileOf(ctx, params.file);
  const profiles = await listImportProfiles(ctx);
  const asked = new URL(request.url).searchParams.get("profile");
  const chosen = profiles.find(({ name }) => name === asked) ?? null;
  const preview = await previewImport(ctx, file, chosen?.profile ?? null);
  return {
    ...shown(preview),
    profiles: profiles.map(({ name }) => name),
    profileName: chosen?.name ?? "",
    key: crypto.randomUUID(),
    back: `/management/${ctx.projectCode}/import`,
  };
}

const asked = z.object({
  key: z.uuid(),
  intent: z.enum(["preview", "import"]),
  profileName: z.string().trim().max(60).default(""),
  acceptGoodRows: z.literal("on").optional(),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:create");
  const form = await request.formData();
  const { intent, key, profileName, acceptGoodRows } = asked.parse(Object.fromEntries(form));
  const file = await fileOf(ctx, params.file);
  const found = await previewImport(ctx, file, null);
  const profile = mappingOf(form, found.list.header);
  if (intent === "preview") return data({ ...shown(await previewImport(ctx, file, profile)), profileName });
  const start = { key, fileId: requireId(params.file), profile, profileName: profileName || null };
  const outcome = await attempt(startImport(ctx, { ...start, acceptGoodRows: acceptGoodRows === "on" }));
  if (!outcome.ok) return data({ ...shown(await previewImport(ctx, file, profile)), profileName }, 409);
  return redirect(`/management/${ctx.projectCode}/import/run/${outcome.value}`);
}

async function fileOf(ctx: Ctx, fileId: string | undefined) {
  const found = await attempt(getPriceList(ctx, requireId(fileId)));
  if (!found.ok) throw data(null, 404);
  return found.value;
}

/** The units themselves stay on the server. */
function shown({
  list: { units: _, refused: __, warnings: ___, totals: ____, ...list },
  ...preview
}: Awaited<ReturnType<typeof previewImport>>) {
  return { preview: { ...preview, list } };
}

export default function PreviewImport() {
  const known = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { preview, profileName } = again ?? known;
  return (
    <ImportPreview
      key={JSON.stringify(preview.list.profile)}
      preview={preview}
      profileName={profileName}
      profiles={known.profiles}
      submissionKey={known.key}
      back={known.back}
    />
  );
}
