import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "~/domain/refusal";
import { CALENDAR_DAY_KINDS } from "~/domain/state-holidays";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { useCheckedForm } from "~/ui/use-checked-form";
import { calendarDaysForm } from "../calendar-days-form";

export type CalendarFormProps = {
  today: string;
  formKey: string;
  result: { form: SubmissionResult<string[]>; refusal: Refusal | null } | null;
};

/** Days off or worked, from the first to the last, with the notice that says so. */
export function CalendarForm({ today, formKey, result }: CalendarFormProps) {
  const { t, enumLabel } = useTexts();
  const sending = useSending();
  const { form, fields, input } = useCheckedForm({ schema: calendarDaysForm, lastResult: result?.form, id: "days" });
  return (
    <ActionForm form={form} submissionKey={formKey}>
      <RefusalNote refusal={result?.refusal} />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <SelectField
          {...input(fields.kind)}
          label={t("calendar.kind")}
          options={CALENDAR_DAY_KINDS.map((kind) => ({ value: kind, label: enumLabel("calendarDayKind", kind) }))}
        />
        <DateField {...input(fields.from)} label={t("calendar.from")} min={today} />
        <DateField {...input(fields.to)} label={t("calendar.to")} min={today} optional />
        <Field {...input(fields.name)} label={t("calendar.name")} hint={t("calendar.nameHint")} autoComplete="off" />
        <div className="sm:col-span-2">
          <Field
            {...input(fields.source)}
            label={t("calendar.source")}
            hint={t("calendar.sourceHint")}
            autoComplete="off"
          />
        </div>
      </div>
      <div>
        <Button variant="primary" busy={sending}>
          {t("calendar.save")}
        </Button>
      </div>
    </ActionForm>
  );
}
