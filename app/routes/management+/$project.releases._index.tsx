import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/domain/permission";
import { listReleaseBatches } from "~/features/units/list-release-batches.server";
import { ReleasesPage } from "~/features/units/ui/releases-page";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.releases") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "release_batch:read");
  return {
    batches: await listReleaseBatches(ctx),
    base: `/management/${ctx.projectCode}/releases`,
    drafts: may(ctx.permissions, "release_batch:draft").ok,
  };
}

export default function Releases() {
  return <ReleasesPage {...useLoaderData<typeof loader>()} />;
}
