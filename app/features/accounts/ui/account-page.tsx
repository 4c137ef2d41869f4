import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { PublicFrame } from "~/ui/public-frame";
import { ChangePasswordForm } from "./change-password-form";
import { type Session, SessionsTable } from "./sessions-table";

type AccountPageProps = {
  name: string;
  staff: boolean;
  sessions: readonly Session[];
  home: string;
  formKey: string;
  done: string | null;
  result: { form: SubmissionResult<string[]> | null; refusal: Refusal | null } | null;
};

/** One's own sign-in: the devices that are in, and the password. */
export function AccountPage({ name, staff, sessions, home, formKey, done, result }: AccountPageProps) {
  const { t } = useTexts();
  const said = done === "password" ? t("accounts.passwordChanged") : done && t("accounts.sessionEnded");
  return (
    <PublicFrame signIn={false}>
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 py-4 sm:px-6">
        <PageHeader title={t("places.account")} lead={name} back={{ to: home, label: t("common.back") }} />
        <Flash message={result ? null : said} />
        <Panel
          title={t("accounts.sessions")}
          lead={t("accounts.sessionsLead")}
          flush
          actions={
            <Form method="post" reloadDocument title={t("accounts.endAllHint")}>
              <Button variant="danger" small name="act" value="end-all">
                {t("accounts.endAll")}
              </Button>
            </Form>
          }
        >
          <SessionsTable sessions={sessions} />
        </Panel>
        {staff && (
          <Panel title={t("accounts.changePassword")}>
            <ChangePasswordForm key={done} formKey={formKey} result={result} />
          </Panel>
        )}
      </div>
    </PublicFrame>
  );
}
