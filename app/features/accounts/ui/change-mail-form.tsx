import type { SubmissionResult } from "@conform-to/react";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { useCheckedForm } from "~/ui/use-checked-form";
import { changeMailForm } from "../person-form";

type Props = { mail: string | null; formKey: string; result: SubmissionResult<string[]> | null };

/** Where the office writes to a member of staff. */
export function ChangeMailForm({ mail, formKey, result }: Props) {
  const { t } = useTexts();
  const sending = useSending();
  const { form, fields, input } = useCheckedForm({
    schema: changeMailForm,
    lastResult: result,
    defaultValue: { mail: mail ?? "" },
    id: "change-mail",
  });
  return (
    <ActionForm form={form} submissionKey={formKey} className="flex max-w-md flex-col gap-4">
      <input type="hidden" name="act" value="mail" />
      <Field
        {...input(fields.mail)}
        label={t("accounts.mail")}
        hint={t("accounts.mailHint")}
        type="email"
        autoComplete="email"
        optional
      />
      <div>
        <Button variant="primary" busy={sending}>
          {t("common.save")}
        </Button>
      </div>
    </ActionForm>
  );
}
