import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { CONTACTS } from "~/domain/contact";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { RefusalNote } from "~/ui/refusal-note";
import { TextArea } from "~/ui/text-area";
import { useCheckedForm } from "~/ui/use-checked-form";
import { contactForm } from "../contact-form";
import { Chips } from "./chips";

export type FormResult = { form: SubmissionResult<string[]>; refusal: Refusal | null } | null | undefined;

/** One contact: how, reached or not, what was said, and when next. */
export function ContactFields({ formKey, today, result }: { formKey: string; today: string; result: FormResult }) {
  const { t, enumLabel } = useTexts();
  const { form, fields, input } = useCheckedForm({ schema: contactForm, lastResult: result?.form });
  const kinds = CONTACTS.map((value) => ({ value, label: enumLabel("contactKind", value) }));
  const contact = input(fields.contact);
  const reached = input(fields.reached);
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <RefusalNote refusal={result?.refusal} />
      <input type="hidden" name="key" value={formKey} />
      <Chips
        id={contact.id}
        name={contact.name}
        legend={t("customers.contact")}
        chips={kinds}
        defaultValue={contact.defaultValue ?? "CALL_OUT"}
        error={contact.error}
      />
      <fieldset className="flex flex-col gap-1.5">
        <legend className="sr-only">{t("customers.reached")}</legend>
        {(["yes", "no"] as const).map((value) => (
          <label key={value} className="flex min-h-7 items-center gap-2 max-sm:min-h-11">
            <input
              type="radio"
              name={reached.name}
              value={value}
              defaultChecked={(reached.defaultValue ?? "yes") === value}
            />
            {t(value === "yes" ? "customers.reached" : "customers.notReached")}
          </label>
        ))}
      </fieldset>
      <TextArea {...input(fields.text)} label={t("customers.text")} autoFocus />
      <DateField
        {...input(fields.nextOn)}
        label={t("customers.nextOn")}
        hint={t("customers.nextOnHint")}
        min={today}
        optional
      />
      <div className="flex justify-end">
        <Button variant="primary">{t("common.save")}</Button>
      </div>
    </Form>
  );
}
