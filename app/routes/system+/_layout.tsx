import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { getFrame } from "~/features/accounts/get-frame.server";
import { requireSignedIn } from "~/platform/session.server";
import { ErrorNote, ErrorPage } from "~/ui/error-page";
import { WingFrame } from "~/ui/wing-frame";

export async function loader({ request }: LoaderFunctionArgs) {
  const frame = getFrame(await requireSignedIn(request), "system");
  if (frame.places.length === 0) throw data(null, 403);
  return { frame };
}

export default function System() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <WingFrame wing="system" frame={frame}>
      <Outlet />
    </WingFrame>
  );
}

/** A page's "no" appears inside the frame; the frame's own, alone. */
export function ErrorBoundary() {
  const known = useRouteLoaderData<typeof loader>("routes/system+/_layout");
  if (!known) return <ErrorPage />;
  return (
    <WingFrame wing="system" {...known}>
      <ErrorNote />
    </WingFrame>
  );
}
