import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reachOf } from "~/domain/permission";
import { PERIODS } from "~/domain/report-period";
import { getProject } from "~/features/projects/get-project.server";
import { getCockpit } from "~/features/reports/get-cockpit.server";
import { CockpitPage } from "~/features/reports/ui/cockpit-page";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.cockpit") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "report:read");
  const asked = new URL(request.url).searchParams.get("period");
  const period = PERIODS.find((one) => one === asked) ?? "MONTH";
  const [{ name }, cockpit] = await Promise.all([getProject(ctx), getCockpit(ctx, period)]);
  const project = { name, base: `/management/${ctx.projectCode}` };
  return { cockpit, project, at: ctx.now, ownOnly: reachOf(ctx.permissions, "report:read") !== "scope" };
}

export default function CockpitRoute() {
  return <CockpitPage {...useLoaderData<typeof loader>()} />;
}
