import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import type { SubstitutionsView } from "../list-substitutions.server";
import { SubstitutionForm, type SubstitutionResult } from "./substitution-form";
import { SubstitutionsTable } from "./substitutions-table";

type Props = {
  view: SubstitutionsView;
  formKey: string;
  done: "set" | "ended" | null;
  result: SubstitutionResult;
  back?: { to: string; label: string };
  /** Where a page serves several projects: the choice among them. */
  chooser?: ReactNode;
};

/** Substitutes of one project: who is named, and a form to name one. */
export function SubstitutionsPage({ view, formKey, done, result, back, chooser }: Props) {
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("places.substitutions")} lead={t("substitution.lead")} {...(back && { back })} />
      <Flash message={done && !result ? t(`substitution.done_${done}`) : null} />
      {chooser}
      {view.absents.length > 0 && (
        <Panel title={t("substitution.add")}>
          <SubstitutionForm key={formKey} view={view} formKey={formKey} result={result} />
        </Panel>
      )}
      <Panel title={t("substitution.list")} flush>
        <SubstitutionsTable rows={view.rows} formKey={formKey} />
      </Panel>
    </>
  );
}
