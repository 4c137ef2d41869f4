import { getFormProps } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { useCheckedForm } from "~/ui/use-checked-form";
import { returnForm, transferForm } from "../ownership-forms";
import type { FormResult } from "./contact-fields";

type Named = { name: string; owner: string | null };
type TransferProps = {
  formKey: string;
  customer: Named;
  consultants: readonly { id: string; name: string }[];
  result: FormResult;
};

/** To whom a customer goes, and why. */
export function TransferFields({ formKey, customer, consultants, result }: TransferProps) {
  const { t } = useTexts();
  const { form, fields, input } = useCheckedForm({ schema: transferForm, lastResult: result?.form });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <RefusalNote refusal={result?.refusal} />
      <input type="hidden" name="key" value={formKey} />
      <p>{t("customers.transferText", { name: customer.name, owner: customer.owner ?? t("customers.ownerNone") })}</p>
      <SelectField
        {...input(fields.toId)}
        label={t("customers.transferTo")}
        options={consultants.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea {...input(fields.reason)} label={t("common.reason")} />
      <div className="flex justify-end">
        <Button variant="primary">{t("customers.transfer")}</Button>
      </div>
    </Form>
  );
}

/** Why a customer goes back to the public pool. */
export function ReturnFields({ formKey, customer, result }: Omit<TransferProps, "consultants">) {
  const { t } = useTexts();
  const { form, fields, input } = useCheckedForm({ schema: returnForm, lastResult: result?.form });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <RefusalNote refusal={result?.refusal} />
      <input type="hidden" name="key" value={formKey} />
      <p>{t("customers.giveBackText", { name: customer.name })}</p>
      <TextArea {...input(fields.reason)} label={t("common.reason")} autoFocus />
      <div className="flex justify-end">
        <Button variant="danger">{t("customers.giveBack")}</Button>
      </div>
    </Form>
  );
}
