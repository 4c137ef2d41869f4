import { getFormProps } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { ID_KINDS } from "~/domain/id-kind";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { useCheckedForm } from "~/ui/use-checked-form";
import { buyerForm } from "../buyer-form";
import type { CustomerView } from "../get-customer.server";
import type { FormResult } from "./contact-fields";

type BuyerProps = { formKey: string; customer: CustomerView; result: FormResult };

/** Paper, number and address of the buyer, as the subscription prints them. */
export function BuyerFields({ formKey, customer, result }: BuyerProps) {
  const { t, enumLabel } = useTexts();
  const { form, fields, input } = useCheckedForm({
    schema: buyerForm,
    lastResult: result?.form,
    defaultValue: {
      name: customer.name,
      idKind: ID_KINDS.find((kind) => kind === customer.idKind) ?? "ID_CARD",
      birthday: customer.birthday ?? "",
      address: customer.address ?? "",
    },
  });
  return (
    <Form method="post" autoComplete="off" {...getFormProps(form)} className="flex flex-col gap-4">
      <RefusalNote refusal={result?.refusal} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="version" value={customer.personVersion} />
      <p className="text-ink-soft">{t("customers.completeBuyerLead")}</p>
      <Field {...input(fields.name)} label={t("customers.buyerName")} />
      <SelectField
        {...input(fields.idKind)}
        label={t("customers.idKind")}
        empty={false}
        options={ID_KINDS.map((value) => ({ value, label: enumLabel("idKind", value) }))}
      />
      <Field
        {...input(fields.idNumber)}
        label={t("customers.idNumber")}
        hint={customer.idNumber ?? undefined}
        spellCheck={false}
        autoCapitalize="characters"
        className="figures"
      />
      <DateField
        {...input(fields.birthday)}
        label={t("customers.birthday")}
        hint={t("customers.birthdayHint")}
        optional
      />
      <Field {...input(fields.address)} label={t("customers.address")} />
      <div className="flex justify-end">
        <Button variant="primary">{t("common.save")}</Button>
      </div>
    </Form>
  );
}
