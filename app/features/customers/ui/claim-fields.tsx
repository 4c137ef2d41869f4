import { getFormProps } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { useCheckedForm } from "~/ui/use-checked-form";
import { claimForm } from "../ownership-forms";
import { type Alike, AlikeNote } from "./alike-note";
import type { FormResult } from "./contact-fields";

type ClaimProps = {
  formKey: string;
  customer: { name: string; phone: string | null };
  days: number;
  base: string;
  result: (NonNullable<FormResult> & { alike: Alike[] }) | null | undefined;
};

/** What claiming means, and the phone of a customer who came without one. */
export function ClaimFields({ formKey, customer, days, base, result }: ClaimProps) {
  const { t } = useTexts();
  const { form, fields, input } = useCheckedForm({ schema: claimForm, lastResult: result?.form });
  return (
    <Form method="post" autoComplete="off" {...getFormProps(form)} className="flex flex-col gap-4">
      <RefusalNote refusal={result?.refusal} />
      <AlikeNote
        alike={result?.alike ?? []}
        base={base}
        forbidden={result?.refusal?.code === "duplicate_forbidden"}
        confirm={t("customers.notTheSamePhone")}
      />
      <input type="hidden" name="key" value={formKey} />
      <p className="text-lg font-medium">
        <bdi>{customer.name}</bdi> <span className="figures text-ink-soft">{customer.phone}</span>
      </p>
      <p className="text-ink-soft">{t("customers.claimText", { days })}</p>
      {customer.phone === null && (
        <Field
          {...input(fields.phone)}
          label={t("customers.phone")}
          hint={t("customers.claimPhone")}
          type="tel"
          inputMode="tel"
        />
      )}
      <div className="flex justify-end">
        <Button variant="primary">{t("customers.claim")}</Button>
      </div>
    </Form>
  );
}
