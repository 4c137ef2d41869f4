import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { listProjects } from "~/features/projects/list-projects.server";
import { requireSignedIn } from "~/platform/session.server";
import { NoProject } from "~/ui/no-project";

/** Leads to the reader's first project. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { grants } = await requireSignedIn(request);
  const [first] = await listProjects(grants);
  return first ? redirect(`/management/${first.code}`) : null;
}

export default NoProject;
