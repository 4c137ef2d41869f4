import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { type FormEvent, useEffect, useRef } from "react";
import { yuanFromFen } from "~/domain/money";
import { REPAYMENT_METHODS } from "~/domain/mortgage";
import { HOME_ORDERS } from "~/domain/purchase-costs";
import { percentFromPpm } from "~/domain/rate";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { Field } from "~/ui/field";
import { MoneyField } from "~/ui/money-field";
import { Panel } from "~/ui/panel";
import { SelectField } from "~/ui/select-field";
import type { Quote } from "../quote-unit.server";

const TYPING_PAUSE_MS = 300;

/** What the quotation is asked for: a plain GET form; with scripts it answers as one chooses and types. */
export function QuoteForm({ quote }: { quote: Quote }) {
  const { t, enumLabel } = useTexts();
  const submit = useSubmit();
  const customer = useSearchParams()[0].get("customer");
  const pause = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(pause.current), []);
  const answer = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const typing = event.target instanceof HTMLInputElement && event.target.type === "text";
    clearTimeout(pause.current);
    pause.current = setTimeout(
      () => submit(form, { replace: true, preventScrollReset: true }),
      typing ? TYPING_PAUSE_MS : 0,
    );
  };
  return (
    <Panel title={t("pricing.choose")}>
      <Form method="get" onChange={answer} className="flex flex-col gap-4">
        {customer && <input type="hidden" name="customer" value={customer} />}
        <SchemeChoice quote={quote} />
        <SelectField
          id="plan"
          name="plan"
          label={t("pricing.plan")}
          defaultValue={quote.wish.planId ?? ""}
          options={quote.plans.map(({ id, name }) => ({ value: id, label: name }))}
          hint={quote.plans.length === 0 ? t("deals.noPlans") : undefined}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <MoneyField
            id="off"
            name="off"
            label={t("pricing.specialOff")}
            hint={t("pricing.specialOffHint")}
            defaultValue={quote.wish.off ? yuanFromFen(quote.wish.off) : ""}
            optional
          />
          <MoneyField
            id="earnest"
            name="earnest"
            label={t("common.earnest")}
            defaultValue={quote.wish.earnest ? yuanFromFen(quote.wish.earnest) : ""}
            placeholder={quote.price ? yuanFromFen(quote.price.earnest) : ""}
            optional
          />
        </div>
        {quote.unit.use === "RESIDENCE" && (
          <SelectField
            id="home"
            name="home"
            label={t("costs.homeOrder")}
            hint={t("costs.homeOrderHint")}
            empty={false}
            defaultValue={quote.wish.homeOrder}
            options={HOME_ORDERS.map((order) => ({ value: order, label: enumLabel("homeOrder", order) }))}
          />
        )}
        {quote.loan && <LoanChoice quote={quote} />}
        <div className="flex justify-end">
          <Button>{t("pricing.calculate")}</Button>
        </div>
      </Form>
    </Panel>
  );
}

function SchemeChoice({ quote }: { quote: Quote }) {
  const { t } = useTexts();
  return (
    <fieldset>
      <legend className="text-sm font-medium text-ink-soft">{t("pricing.schemes")}</legend>
      {quote.schemes.length === 0 && <p className="text-sm text-ink-faint">{t("deals.noSchemes")}</p>}
      {quote.schemes.map(({ id, name, lines }) => (
        <Checkbox
          key={id}
          id={`scheme-${id}`}
          name="scheme"
          value={id}
          label={name}
          hint={lines.join(" · ")}
          defaultChecked={quote.wish.schemeIds.includes(id)}
        />
      ))}
    </fieldset>
  );
}

function LoanChoice({ quote }: { quote: Quote }) {
  const { t, enumLabel } = useTexts();
  const { wish, planKind } = quote;
  return (
    <div className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
      <Field
        id="years"
        name="years"
        type="number"
        min={1}
        max={40}
        label={t("pricing.loanYears")}
        unit={t("pricing.years")}
        defaultValue={String(wish.years)}
      />
      <SelectField
        id="repayment"
        name="repayment"
        label={t("pricing.repayment")}
        empty={false}
        defaultValue={wish.repayment}
        options={REPAYMENT_METHODS.map((method) => ({ value: method, label: enumLabel("repaymentMethod", method) }))}
      />
      {planKind !== "PROVIDENT" && (
        <Field
          id="rate"
          name="rate"
          type="text"
          inputMode="decimal"
          label={t("pricing.loanRate")}
          unit="%"
          defaultValue={percentFromPpm(wish.loanRate)}
        />
      )}
      {(planKind === "PROVIDENT" || planKind === "COMBINED") && (
        <Field
          id="providentRate"
          name="providentRate"
          type="text"
          inputMode="decimal"
          label={t("pricing.providentRate")}
          unit="%"
          defaultValue={percentFromPpm(wish.providentRate)}
        />
      )}
      {planKind === "COMBINED" && (
        <MoneyField
          id="provident"
          name="provident"
          label={t("pricing.providentPart")}
          defaultValue={wish.provident ? yuanFromFen(wish.provident) : ""}
        />
      )}
    </div>
  );
}
