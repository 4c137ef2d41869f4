import { useTexts } from "~/i18n/use-texts";
import { EmptyState } from "./empty-state";
import { PublicFrame } from "./public-frame";

/** The first page of somebody who was given no project yet. */
export function NoProject() {
  const { t } = useTexts();
  return (
    <PublicFrame signIn={false}>
      <EmptyState title={t("accounts.noProjects")} text={t("accounts.noProjectsText")} />
    </PublicFrame>
  );
}
