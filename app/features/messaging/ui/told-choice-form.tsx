import type { SubmissionResult } from "@conform-to/react";
import { DECLINABLE } from "~/domain/message";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { useCheckedForm } from "~/ui/use-checked-form";
import { toldChoiceForm } from "../choice-form";

type Props = { formKey: string; result: { form: SubmissionResult<string[]> | null; refusal: Refusal | null } | null };

/** What the customer said about being written to, and how he said it. */
export function ToldChoiceForm({ formKey, result }: Props) {
  const { t, enumLabel } = useTexts();
  const sending = useSending();
  const { form, fields, input } = useCheckedForm({ schema: toldChoiceForm, lastResult: result?.form, id: "told" });
  return (
    <ActionForm form={form} submissionKey={formKey}>
      <RefusalNote refusal={result?.refusal} />
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <SelectField
          {...input(fields.kind)}
          label={t("message.kind")}
          empty={t("message.allKinds")}
          options={DECLINABLE.map((kind) => ({ value: kind, label: enumLabel("messageKind", kind) }))}
        />
        <SelectField
          {...input(fields.wanted)}
          label={t("message.said")}
          options={[
            { value: "no", label: t("message.no") },
            { value: "yes", label: t("message.yes") },
          ]}
        />
        <Field {...input(fields.proof)} label={t("message.proof")} hint={t("message.proofHint")} autoComplete="off" />
      </div>
      <Button variant="primary" busy={sending} className="self-start">
        {t("message.recordChoice")}
      </Button>
    </ActionForm>
  );
}
