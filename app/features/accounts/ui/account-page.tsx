import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { PublicFrame } from "~/ui/public-frame";
import { ChangeMailForm } from "./change-mail-form";
import { ChangePasswordForm } from "./change-password-form";
import { type Session, SessionsTable } from "./sessions-table";

type AccountPageProps = {
  name: string;
  mail: string | null;
  staff: boolean;
  sessions: readonly Session[];
  home: string;
  formKey: string;
  done: string | null;
  result: { about: "mail" | "password"; form: SubmissionResult<string[]> | null; refusal: Refusal | null } | null;
};

const SAID = {
  password: "accounts.passwordChanged",
  mail: "accounts.mailSaved",
  session: "accounts.sessionEnded",
} as const;

/** One's own sign-in: the devices that are in, and the password. */
export function AccountPage({ name, mail, staff, sessions, home, formKey, done, result }: AccountPageProps) {
  const { t } = useTexts();
  const said = done && t(SAID[done === "password" || done === "mail" ? done : "session"]);
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
          <Panel title={t("accounts.mail")}>
            <ChangeMailForm
              key={mail}
              mail={mail}
              formKey={formKey}
              result={result?.about === "mail" ? result.form : null}
            />
          </Panel>
        )}
        {staff && (
          <Panel title={t("accounts.changePassword")}>
            <ChangePasswordForm key={done} formKey={formKey} result={result?.about === "password" ? result : null} />
          </Panel>
        )}
      </div>
    </PublicFrame>
  );
}
