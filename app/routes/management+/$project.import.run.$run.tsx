import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getImportRun } from "~/features/units/list-import-runs.server";
import { ImportProgress } from "~/features/units/ui/import-progress";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.imports") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:create");
  const run = await attempt(getImportRun(ctx, requireId(params.run)));
  if (!run.ok) throw data(null, 404);
  return { run: run.value, project: ctx.projectCode };
}

export default function ImportRun() {
  return <ImportProgress {...useLoaderData<typeof loader>()} />;
}
