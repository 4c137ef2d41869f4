import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { getOwnRun } from "~/features/accounts/list-job-runs.server";
import { requireId, requireSignedIn } from "~/platform/session.server";

/** How far one's own piece of work has come; screens ask once a second (`useJobRun`). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { caller } = await requireSignedIn(request);
  const run = await getOwnRun(caller, requireId(params.runId));
  if (!run) throw data(null, 404);
  return Response.json(run, { headers: { "Cache-Control": "no-store" } });
}
