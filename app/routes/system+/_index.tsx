import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { getFrame } from "~/features/accounts/get-frame.server";
import { requireSignedIn } from "~/platform/session.server";

/** The wing opens on the first thing that its reader may do there. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [first] = getFrame(await requireSignedIn(request), "system").places;
  if (!first) throw data(null, 403);
  return redirect(`/system/${first}`);
}
