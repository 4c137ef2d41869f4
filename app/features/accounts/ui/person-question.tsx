import { Form, useSearchParams } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button, LinkButton } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import type { Person } from "./person";

const QUESTIONS = {
  disable: { title: "system.disable", text: "system.disableText", danger: true, reason: true },
  enable: { title: "system.enable", text: "system.enableText", danger: false, reason: true },
  "reset-password": { title: "system.resetPassword", text: "system.resetPasswordText", danger: true, reason: false },
  "end-sessions": { title: "system.endSessions", text: null, danger: true, reason: false },
  "end-grant": { title: "system.endGrant", text: "system.endGrantText", danger: true, reason: false },
} as const;
type Question = keyof typeof QUESTIONS;

/** Says what a button of the page will do, and asks once. */
export function PersonQuestion({ person }: { person: Person }) {
  const { t, enumLabel } = useTexts();
  const [query] = useSearchParams();
  const sending = useSending();
  const [asked = "", grantId] = (query.get("ask") ?? "").split(".");
  const grant = person.grants.find(({ id }) => id === grantId);
  if (!isQuestion(asked) || (asked === "end-grant" && !grant)) return null;
  const { title, text, danger, reason } = QUESTIONS[asked];
  const params = {
    name: person.name,
    role: grant ? enumLabel("role", grant.role) : "",
    place: grant?.place ?? t("system.wholeCompany"),
  };
  return (
    <Dialog title={t(title)} closeTo={`/system/people/${person.id}`}>
      <Form method="post" action={`/system/people/${person.id}`} className="flex flex-col gap-4">
        <input type="hidden" name="act" value={asked} />
        {grant && <input type="hidden" name="grantId" value={grant.id} />}
        {text && <p>{t(text, params)}</p>}
        {reason && <Field id="reason" name="reason" label={t("common.reason")} optional maxLength={200} />}
        <div className="flex justify-end gap-2">
          <LinkButton to={`/system/people/${person.id}`}>{t("common.cancel")}</LinkButton>
          <Button variant={danger ? "danger" : "primary"} busy={sending}>
            {t(title)}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function isQuestion(text: string): text is Question {
  return Object.hasOwn(QUESTIONS, text);
}
