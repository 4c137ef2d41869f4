import type { SubmissionResult } from "@conform-to/react";
import { PAYMENT_METHODS } from "~/domain/payment";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { Field } from "~/ui/field";
import { MoneyField } from "~/ui/money-field";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { useCheckedForm } from "~/ui/use-checked-form";
import { useFieldError } from "~/ui/use-field-error";
import { deskLines } from "../desk-lines";
import type { CashDesk } from "../get-cash-desk.server";
import { takePaymentForm } from "../take-payment-form";

export type TypedValues = Record<string, string>;
type PaymentFormProps = {
  desk: CashDesk;
  submissionKey: string;
  typed: TypedValues | null;
  lastResult: SubmissionResult<string[]> | null;
  refusal: Refusal | null;
};

/** One payment: how much for which deal and purse, how it came, from whom. Enter leads to the preview. */
export function PaymentForm({ desk, submissionKey, typed, lastResult, refusal }: PaymentFormProps) {
  const { t, enumLabel } = useTexts();
  const fieldError = useFieldError();
  const sending = useSending();
  const lines = deskLines(desk.deals, desk.today);
  const { form, fields, input } = useCheckedForm({ schema: takePaymentForm, lastResult });
  const errorOf = (name: string) => fieldError(form.allErrors[name]);
  const value = (name: string, initial = "") => typed?.[name] ?? initial;
  const accounts = desk.accounts.map(({ id, kind, bank, number }) => ({
    value: id,
    label: t("finance.accountLine", {
      kind: t(kind === "SUPERVISED" ? "finance.supervised" : "finance.general"),
      bank,
      tail: number.slice(-4),
    }),
  }));
  return (
    <Panel title={t("finance.desk")} lead={desk.seller?.name}>
      <ActionForm form={form} submissionKey={submissionKey}>
        <input type="hidden" name="sellerId" value={desk.seller?.id ?? ""} />
        <RefusalNote refusal={refusal} />
        {lines.map(({ dealId, purse, deal, open, suggested }, at) => {
          const name = `lines[${at}].amount`;
          return (
            <div key={`${dealId}-${purse}`}>
              <input type="hidden" name={`lines[${at}].dealId`} value={dealId} />
              <input type="hidden" name={`lines[${at}].purse`} value={purse} />
              <MoneyField
                id={`line-${at}`}
                name={name}
                label={`${deal} · ${enumLabel("purse", purse)}`}
                hint={open === null ? t("finance.splitHintNone") : t("finance.splitHint", { open })}
                defaultValue={value(name, suggested)}
                error={errorOf(name)}
                autoFocus={at === 0}
              />
            </div>
          );
        })}
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t("finance.method")}
            options={PAYMENT_METHODS.map((one) => ({ value: one, label: enumLabel("paymentMethod", one) }))}
            {...input(fields.method)}
            defaultValue={value("method", "TRANSFER")}
            empty={false}
          />
          <Field
            label={t("finance.reference")}
            autoComplete="off"
            {...input(fields.bankReference)}
            defaultValue={value("bankReference")}
          />
          <SelectField
            label={t("finance.account")}
            options={accounts}
            {...input(fields.accountId)}
            defaultValue={value("accountId", desk.supervisedAccountId ?? accounts[0]?.value)}
            empty={false}
          />
          <DateField
            label={t("finance.receivedOn")}
            max={desk.today}
            {...input(fields.receivedOn)}
            defaultValue={value("receivedOn", desk.today)}
          />
          <Field
            label={t("finance.payer")}
            autoComplete="off"
            {...input(fields.payerName)}
            defaultValue={value("payerName", desk.deals[0]?.customer)}
          />
          <Field
            label={t("finance.payerNote")}
            hint={t("finance.payerNoteHint")}
            optional
            {...input(fields.payerNote)}
            defaultValue={value("payerNote")}
          />
        </div>
        <MoneyField
          label={t("finance.total")}
          hint={t("finance.totalHint")}
          optional
          {...input(fields.total)}
          defaultValue={value("total")}
        />
        <div className="flex justify-end">
          <Button variant="primary" name="step" value="preview" busy={sending}>
            {t("finance.preview")}
          </Button>
        </div>
      </ActionForm>
    </Panel>
  );
}
