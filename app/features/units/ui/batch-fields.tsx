import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Panel } from "~/ui/panel";
import { useFieldError } from "~/ui/use-field-error";

export type BatchWords = { name: string; opensAt: string };

type BatchFieldsProps = {
  values: BatchWords;
  errors: Readonly<Record<string, string[]>> | undefined;
  /** What the button says. */
  save: string;
};

/** What a batch is called and when it opens, with the button that saves it. */
export function BatchFields({ values, errors, save }: BatchFieldsProps) {
  const { t } = useTexts();
  const fieldError = useFieldError();
  const sending = useSending();
  return (
    <Panel>
      <div className="grid items-start gap-4 sm:grid-cols-[2fr_1fr_auto]">
        <Field
          id="batch-name"
          name="name"
          label={t("management.batchName")}
          defaultValue={values.name}
          error={fieldError(errors?.name)}
          required
          maxLength={40}
        />
        <Field
          id="batch-opens"
          name="opensAt"
          type="datetime-local"
          label={t("management.opensAt")}
          hint={t("management.opensAtHint")}
          defaultValue={values.opensAt}
          error={fieldError(errors?.opensAt)}
          required
        />
        <Button variant="primary" busy={sending} className="sm:mt-6">
          {save}
        </Button>
      </div>
      <p role="alert" className="text-sm text-danger empty:hidden">
        {fieldError(errors?.unitIds)}
      </p>
    </Panel>
  );
}
