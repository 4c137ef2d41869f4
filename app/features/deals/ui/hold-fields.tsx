import type { SubmissionResult } from "@conform-to/react";
import { Form, useSearchParams } from "@remix-run/react";
import { UserPlus } from "lucide-react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { RadioCards } from "~/ui/radio-cards";
import { RefusalNote } from "~/ui/refusal-note";
import { useFieldError } from "~/ui/use-field-error";

export type HoldCustomer = { id: string; name: string; phone: string | null; owner: string | null };
type Result = { form: SubmissionResult<string[]> | null; refusal: Refusal | null } | undefined;
type Props = {
  customers: readonly HoldCustomer[];
  formKey: string;
  hours: number;
  maxHours: number;
  base: string;
  result: Result;
};

/** Finds the customer; a plain GET form, so that it needs no scripts. */
export function HoldCustomerSearch() {
  const { t } = useTexts();
  const [query] = useSearchParams();
  const customer = query.get("customer");
  return (
    <Form method="get" role="search" className="flex items-start gap-2">
      {customer && <input type="hidden" name="customer" value={customer} />}
      <div className="min-w-0 flex-1 sm:max-w-96">
        <Field
          id="q"
          name="q"
          type="search"
          label={t("deals.holdFind")}
          hint={t("deals.holdCustomerHint")}
          defaultValue={query.get("q") ?? ""}
        />
      </div>
      <Button className="mt-6">{t("common.search")}</Button>
    </Form>
  );
}

/** Whom to hold for, how long, and what the board may say about it. */
export function HoldFields({ customers, formKey, hours, maxHours, base, result }: Props) {
  const { t } = useTexts();
  const fieldError = useFieldError();
  const sending = useSending();
  const [query] = useSearchParams();
  const refused = result?.refusal;
  const tooLong = refused?.code === "hold_too_long";
  const error = (name: string) => fieldError(result?.form?.error?.[name] ?? undefined);
  const typed = (name: string, usual: string) => {
    const value = result?.form?.initialValue?.[name];
    return typeof value === "string" ? value : usual;
  };
  if (customers.length === 0) {
    return (
      <EmptyState
        icon={UserPlus}
        title={t("deals.holdNobody")}
        text={t("deals.holdNobodyText")}
        action={<LinkButton to={`${base}/reception`}>{t("places.reception")}</LinkButton>}
      />
    );
  }
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="key" value={formKey} />
      <RefusalNote refusal={tooLong ? null : refused} />
      <RadioCards
        // Another search finds other people: its first one is chosen anew.
        key={customers.map(({ id }) => id).join()}
        id="customerId"
        name="customerId"
        legend={t("deals.holdCustomer")}
        defaultValue={typed("customerId", query.get("customer") ?? customers[0]?.id ?? "")}
        error={error("customerId")}
        cards={customers.map(({ id, name, phone, owner }) => ({
          value: id,
          title: name,
          text: [phone, owner].filter(Boolean).join(" · "),
        }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          id="hours"
          name="hours"
          type="number"
          inputMode="numeric"
          min={1}
          max={maxHours}
          label={t("deals.holdHours")}
          unit={t("deals.holdHoursUnit")}
          hint={t("deals.holdHoursHint", { max: maxHours })}
          defaultValue={typed("hours", String(hours))}
          error={tooLong ? t("form.at_most", { max: maxHours }) : error("hours")}
          required
        />
        <Field
          id="reason"
          name="reason"
          label={t("deals.holdReason")}
          hint={t("deals.holdReasonHint")}
          defaultValue={typed("reason", "")}
          error={error("reason")}
          optional
          maxLength={80}
        />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="primary" busy={sending}>
          {t("deals.hold")}
        </Button>
      </div>
    </Form>
  );
}
