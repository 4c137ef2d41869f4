import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { getBackupHealth } from "~/features/accounts/get-backups.server";
import { getFrame } from "~/features/accounts/get-frame.server";
import { BackupNotice } from "~/features/accounts/ui/backup-notice";
import { requireSignedIn } from "~/platform/session.server";
import { ErrorNote, ErrorPage } from "~/ui/error-page";
import { WingFrame } from "~/ui/wing-frame";

export async function loader({ request }: LoaderFunctionArgs) {
  const found = await requireSignedIn(request);
  const frame = getFrame(found, "system");
  if (frame.places.length === 0) throw data(null, 403);
  return { frame, backups: await getBackupHealth(found.caller.now) };
}

export default function System() {
  const { frame, backups } = useLoaderData<typeof loader>();
  return (
    <WingFrame wing="system" frame={frame}>
      <BackupNotice health={backups} link={frame.places.includes("backups")} />
      <Outlet />
    </WingFrame>
  );
}

/** A page's "no" appears inside the frame; the frame's own, alone. */
export function ErrorBoundary() {
  const known = useRouteLoaderData<typeof loader>("routes/system+/_layout");
  if (!known) return <ErrorPage />;
  return (
    <WingFrame wing="system" frame={known.frame}>
      <ErrorNote />
    </WingFrame>
  );
}
