import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reachOf } from "~/domain/permission";
import { getProject } from "~/features/projects/get-project.server";
import { getBoardSums } from "~/features/units/board-snapshot.server";
import { BoardWall } from "~/features/units/ui/board-wall";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("boardViews.wallTitle") };

/** The board for a big screen: a page of its own, without the frame of the wing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:read");
  if (reachOf(ctx.permissions, "unit:read") !== "scope") throw data(null, 403);
  const [project, firstSums] = await Promise.all([getProject(ctx), getBoardSums(ctx)]);
  return { project, firstSums };
}

export default function Wall() {
  return <BoardWall {...useLoaderData<typeof loader>()} />;
}
