import { useSearchParams } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { MomentText } from "~/ui/date-text";
import { KeyValues } from "~/ui/key-values";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { useQueryLink } from "~/ui/query-link";
import { RefusalNote } from "~/ui/refusal-note";
import { StatusBadge } from "~/ui/status-badge";
import { GiveGrantForm } from "./give-grant-form";
import { GrantsTable } from "./grants-table";
import { OneTimeSecret } from "./one-time-secret";
import type { Person, PersonResult, Places } from "./person";
import { PersonQuestion } from "./person-question";

type PersonPageProps = {
  person: Person;
  places: Places;
  /** The idempotency key of the form on the page. */
  formKey: string;
  self: boolean;
  mayChange: boolean;
  mayGrant: boolean;
  result: PersonResult | null;
};

/** One person's sign-in: facts, posts, and what an administrator can do about them. */
export function PersonPage({ person, places, formKey, self, mayChange, mayGrant, result }: PersonPageProps) {
  const { t } = useTexts();
  const [query] = useSearchParams();
  const done = query.get("done");
  return (
    <>
      <PageHeader
        title={
          <>
            {person.name}
            <Standing person={person} />
          </>
        }
        lead={person.login}
        back={{ to: "/system/people", label: t("places.people") }}
        actions={mayChange && !self && <Actions person={person} />}
      />
      {result?.password && <OneTimeSecret text={t("system.passwordReset")} secret={result.password} />}
      {!result?.form && <RefusalNote refusal={result?.refusal} />}
      <Flash message={done && !result ? t(done === "give-grant" ? "system.granted" : "system.done") : null} />
      <Panel>
        <KeyValues
          pairs={[
            { key: t("system.login"), value: person.login ?? "—" },
            { key: t("system.since"), value: <MomentText at={person.createdAt} /> },
            { key: t("system.sessionsOpen"), value: person.sessions },
          ]}
        />
      </Panel>
      {person.login && (
        <Panel title={t("system.grants")} lead={t("system.grantsLead")} flush>
          <GrantsTable grants={person.grants} mayEnd={mayGrant && !self} />
          {mayGrant && !self && <GiveGrantForm places={places} formKey={formKey} result={result} />}
        </Panel>
      )}
      {!result && <PersonQuestion person={person} />}
    </>
  );
}

function Standing({ person: { disabledAt, lockedUntil } }: { person: Person }) {
  const { t } = useTexts();
  if (disabledAt) return <StatusBadge>{t("system.disabled")}</StatusBadge>;
  if (lockedUntil) return <StatusBadge tone="warn">{t("system.locked", { until: lockedUntil })}</StatusBadge>;
  return <StatusBadge tone="good">{t("system.active")}</StatusBadge>;
}

function Actions({ person: { disabledAt, login, sessions } }: { person: Person }) {
  const { t } = useTexts();
  const queryLink = useQueryLink();
  const ask = (what: string) => queryLink({ ask: what, done: null });
  return (
    <>
      {sessions > 0 && <LinkButton to={ask("end-sessions")}>{t("system.endSessions")}</LinkButton>}
      {login && <LinkButton to={ask("reset-password")}>{t("system.resetPassword")}</LinkButton>}
      {disabledAt ? (
        <LinkButton to={ask("enable")}>{t("system.enable")}</LinkButton>
      ) : (
        <LinkButton to={ask("disable")}>{t("system.disable")}</LinkButton>
      )}
    </>
  );
}
