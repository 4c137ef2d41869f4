import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { useCheckedForm } from "~/ui/use-checked-form";
import { changePasswordForm } from "../person-form";

type Props = {
  formKey: string;
  result: { form: SubmissionResult<string[]> | null; refusal: Refusal | null } | null;
};

/** The old password proves who asks. */
export function ChangePasswordForm({ formKey, result }: Props) {
  const { t } = useTexts();
  const sending = useSending();
  const { form, fields, input } = useCheckedForm({
    schema: changePasswordForm,
    lastResult: result?.form,
    id: "change-password",
  });
  return (
    <ActionForm form={form} submissionKey={formKey} className="flex max-w-md flex-col gap-4">
      <RefusalNote refusal={result?.refusal} />
      <Field {...input(fields.old)} label={t("accounts.oldPassword")} type="password" autoComplete="current-password" />
      <Field
        {...input(fields.password)}
        label={t("accounts.newPassword")}
        hint={t("accounts.newPasswordHint")}
        type="password"
        autoComplete="new-password"
      />
      <div>
        <Button variant="primary" busy={sending}>
          {t("accounts.changePassword")}
        </Button>
      </div>
    </ActionForm>
  );
}
