import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reachOf } from "~/domain/permission";
import { getProject } from "~/features/projects/get-project.server";
import { BoardSheets } from "~/features/units/ui/board-sheets";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("boardViews.printTitle") };

/** The board on paper: a sheet of A3 for each building. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:read");
  if (reachOf(ctx.permissions, "unit:read") !== "scope") throw data(null, 403);
  return { project: await getProject(ctx), building: new URL(request.url).searchParams.get("building") ?? "" };
}

export default function Print() {
  return <BoardSheets {...useLoaderData<typeof loader>()} />;
}
