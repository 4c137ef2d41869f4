import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { getBackupWarning } from "~/features/accounts/get-backups.server";
import { getFrame } from "~/features/accounts/get-frame.server";
import { BackupNotice } from "~/features/accounts/ui/backup-notice";
import { listProjects } from "~/features/projects/list-projects.server";
import { requireSignedIn } from "~/platform/session.server";
import { ErrorNote, ErrorPage } from "~/ui/error-page";
import { SearchBox } from "~/ui/search-box";
import { WingFrame } from "~/ui/wing-frame";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireSignedIn(request, { code: params.project ?? "" });
  if (!found.ctx) throw data(null, 404);
  const [all, backups] = await Promise.all([listProjects(found.grants), getBackupWarning(found)]);
  const current = all.find(({ code }) => code === params.project);
  if (!current) throw data(null, 404);
  return { frame: getFrame(found, "onsite"), project: { current, all }, backups };
}

export default function Onsite() {
  const { frame, project, backups } = useLoaderData<typeof loader>();
  return (
    <WingFrame
      wing="onsite"
      frame={frame}
      project={project}
      tools={<SearchBox action={`/onsite/${project.current.code}/search`} />}
    >
      {backups && <BackupNotice health={backups} link />}
      <Outlet />
    </WingFrame>
  );
}

/** A page's "no" appears inside the frame; the frame's own, alone. */
export function ErrorBoundary() {
  const known = useRouteLoaderData<typeof loader>("routes/onsite+/$project");
  if (!known) return <ErrorPage />;
  return (
    <WingFrame wing="onsite" {...known}>
      <ErrorNote />
    </WingFrame>
  );
}
