import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { useCheckedForm } from "~/ui/use-checked-form";
import { createUserForm } from "../person-form";

type Props = {
  submissionKey: string;
  result: { form: SubmissionResult<string[]> | null; refusal: Refusal | null } | null;
};

/** A new member of staff: a name and a login; the password is made here. */
export function CreateUserDialog({ submissionKey, result }: Props) {
  const { t } = useTexts();
  const sending = useSending();
  const { form, fields, input } = useCheckedForm({ schema: createUserForm, lastResult: result?.form, id: "create" });
  return (
    <Dialog title={t("system.addPerson")} closeTo="/system/people">
      <ActionForm form={form} submissionKey={submissionKey} action="/system/people?index">
        <RefusalNote refusal={result?.refusal} />
        <Field {...input(fields.name)} label={t("common.name")} autoComplete="off" />
        <Field
          {...input(fields.login)}
          label={t("system.login")}
          hint={t("system.loginShape")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button variant="primary" busy={sending}>
          {t("system.addPerson")}
        </Button>
      </ActionForm>
    </Dialog>
  );
}
