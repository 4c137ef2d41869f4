import type { SubmissionResult } from "@conform-to/react";
import { APPROVAL_KINDS } from "~/domain/approval";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { useCheckedForm } from "~/ui/use-checked-form";
import type { SubstitutionsView } from "../list-substitutions.server";
import { substitutionForm } from "../substitution-form";

export type SubstitutionResult = { form: SubmissionResult<string[]> | null; refusal: Refusal | null } | null;

type Props = { view: SubstitutionsView; formKey: string; result: SubstitutionResult };

/** Hands somebody's approvals over: who, to whom, which, from when to when, why. */
export function SubstitutionForm({ view: { absents, substitutes, self, today }, formKey, result }: Props) {
  const { t, enumLabel } = useTexts();
  const sending = useSending();
  const { form, fields, input } = useCheckedForm({
    schema: substitutionForm,
    lastResult: result?.form,
    defaultValue: { forId: self ?? undefined, fromOn: today },
    id: "substitution",
  });
  const people = (lines: typeof absents) =>
    lines.map(({ id, name, roles }) => ({
      value: id,
      label: `${name} · ${roles.map((role) => enumLabel("role", role)).join(t("common.listComma"))}`,
    }));
  return (
    <ActionForm form={form} submissionKey={formKey}>
      <RefusalNote refusal={result?.refusal} />
      <div className="grid items-start gap-3 sm:grid-cols-2 xl:grid-cols-3">
        <SelectField {...input(fields.forId)} label={t("substitution.absent")} options={people(absents)} />
        <SelectField {...input(fields.byId)} label={t("substitution.substitute")} options={people(substitutes)} />
        <SelectField
          {...input(fields.kind)}
          label={t("substitution.kind")}
          hint={t("substitution.allKindsHint")}
          empty={t("substitution.allKinds")}
          options={APPROVAL_KINDS.map((kind) => ({ value: kind, label: enumLabel("approvalKind", kind) }))}
        />
        <DateField {...input(fields.fromOn)} label={t("substitution.from")} min={today} />
        <DateField {...input(fields.untilOn)} label={t("substitution.until")} min={today} />
        <Field {...input(fields.reason)} label={t("substitution.reason")} autoComplete="off" />
      </div>
      <Button variant="primary" busy={sending} className="self-start">
        {t("substitution.set")}
      </Button>
    </ActionForm>
  );
}
