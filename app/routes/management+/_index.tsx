import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { listProjects } from "~/features/projects/list-projects.server";
import { useTexts } from "~/i18n/use-texts";
import { requireSignedIn } from "~/platform/session.server";
import { EmptyState } from "~/ui/empty-state";
import { PublicFrame } from "~/ui/public-frame";

/** Leads to the reader's first project. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { grants } = await requireSignedIn(request);
  const [first] = await listProjects(grants);
  return first ? redirect(`/management/${first.code}`) : null;
}

export default function NoProject() {
  const { t } = useTexts();
  return (
    <PublicFrame signIn={false}>
      <EmptyState title={t("accounts.noProjects")} text={t("accounts.noProjectsText")} />
    </PublicFrame>
  );
}
