import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { useCheckedForm } from "~/ui/use-checked-form";
import { issueTokenForm } from "../api-token-form";

type Props = {
  users: readonly { id: string; name: string; login: string | null }[];
  formKey: string;
  result: { form: SubmissionResult<string[]> | null; refusal: Refusal | null } | null;
};

/** A token for a program: what for, as whom, for how long. */
export function IssueTokenForm({ users, formKey, result }: Props) {
  const { t } = useTexts();
  const sending = useSending();
  const { form, fields, input } = useCheckedForm({ schema: issueTokenForm, lastResult: result?.form, id: "issue" });
  return (
    <ActionForm form={form} submissionKey={formKey} action="/system/tokens">
      <RefusalNote refusal={result?.refusal} />
      <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_2fr_1fr_auto]">
        <Field {...input(fields.name)} label={t("system.tokenName")} autoComplete="off" />
        <SelectField
          {...input(fields.userId)}
          label={t("system.tokenUser")}
          options={users.map(({ id, name, login }) => ({ value: id, label: `${name} · ${login}` }))}
        />
        <SelectField
          {...input(fields.days)}
          label={t("system.tokenDays")}
          options={["30", "90", "365"].map((days) => ({ value: days, label: t("system.daysCount", { days }) }))}
        />
        <Button variant="primary" busy={sending} className="sm:mt-6 sm:justify-self-start">
          {t("system.issueToken")}
        </Button>
      </div>
    </ActionForm>
  );
}
