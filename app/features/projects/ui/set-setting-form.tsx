import type { SettingChoice } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { settingValueText } from "~/ui/setting-value";
import { useCheckedForm } from "~/ui/use-checked-form";
import { setSettingForm } from "../set-setting-form";
import type { SettingResult, SettingView } from "./setting-view";

type Props = {
  setting: SettingView;
  place: string;
  today: string;
  tomorrow: string;
  formKey: string;
  result: SettingResult | null;
};

/** A new value with its first day and its source. */
export function SetSettingForm({ setting, place, today, tomorrow, formKey, result }: Props) {
  const texts = useTexts();
  const { t, enumLabel } = texts;
  const sending = useSending();
  const { definition, key } = setting;
  const { form, fields, input } = useCheckedForm({
    schema: setSettingForm,
    lastResult: result?.form,
    defaultValue: { from: tomorrow },
    id: "set",
  });
  const words = { ...input(fields.value), label: t("settings.newValue") };
  return (
    <ActionForm
      form={form}
      submissionKey={formKey}
      action={`/system/settings/${key}${place ? `?place=${encodeURIComponent(place)}` : ""}`}
    >
      <RefusalNote refusal={result?.refusal} />
      <div className="grid items-start gap-4 md:grid-cols-[1fr_1fr_2fr]">
        {definition.type === "choice" ? (
          <SelectField
            {...words}
            options={definition.choices.map((choice) => ({
              value: choice,
              label: enumLabel("settingChoice", choice as SettingChoice),
            }))}
          />
        ) : (
          <Field
            {...words}
            inputMode="decimal"
            autoComplete="off"
            unit={enumLabel("settingUnit", definition.unit)}
            hint={t("settings.range", {
              min: settingValueText(texts, key, definition.min),
              max: settingValueText(texts, key, definition.max),
            })}
          />
        )}
        <DateField {...input(fields.from)} label={t("settings.from")} min={today} />
        <Field
          {...input(fields.source)}
          label={t("settings.source")}
          hint={t("settings.sourceHint")}
          autoComplete="off"
        />
      </div>
      <div>
        <Button variant="primary" name="step" value="preview" busy={sending}>
          {t("settings.preview")}
        </Button>
      </div>
    </ActionForm>
  );
}
