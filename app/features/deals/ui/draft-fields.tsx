import { Form, type useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useRef } from "react";
import { SPECIAL_RELATIONS } from "~/domain/special-discount";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { Field } from "~/ui/field";
import { MoneyField } from "~/ui/money-field";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import type { BuyerChoice } from "../list-buyer-choices.server";
import { BuyerFields } from "./buyer-fields";
import { type FormResult, useTyped } from "./use-typed";

export type DraftStart = {
  customerId: string;
  planId: string;
  schemeIds: readonly string[];
  earnest: string;
};
type Props = {
  dealId: string;
  version: number;
  formKey: string;
  choices: readonly BuyerChoice[];
  schemes: readonly { id: string; name: string; lines: readonly string[] }[];
  plans: readonly { id: string; name: string }[];
  start: DraftStart;
  earnestLimit: number;
  redraft: boolean;
  result: FormResult;
  onQuote: ReturnType<typeof useFetcher>["load"];
};

const TYPING_PAUSE_MS = 300;

/** The consultant's draft: buyers, price, plan, earnest money. The quotation beside it follows as one types. */
export function DraftFields({ dealId, version, formKey, result, redraft, onQuote, ...rest }: Props) {
  const { t } = useTexts();
  const sending = useSending();
  const pause = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(pause.current), []);
  const follow = (event: FormEvent<HTMLFormElement>) => {
    const sent = new FormData(event.currentTarget);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => onQuote(`?${quoteQuery(sent)}`), TYPING_PAUSE_MS);
  };
  return (
    <Form method="post" onChange={follow} className="flex flex-col gap-5">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="dealId" value={dealId} />
      <input type="hidden" name="version" value={version} />
      <RefusalNote refusal={result?.refusal} />
      <BuyerFields choices={rest.choices} customerId={rest.start.customerId} result={result} />
      <PriceFields {...rest} result={result} />
      <EligibilityFields result={result} />
      <div className="flex flex-wrap justify-end gap-2">
        <noscript>
          <Button formMethod="get">{t("deals.preview")}</Button>
        </noscript>
        <Button variant="primary" busy={sending}>
          {t(redraft ? "deals.redraft" : "deals.draft")}
        </Button>
      </div>
    </Form>
  );
}

/** The same choices as the quotation's address names them. */
function quoteQuery(sent: FormData): string {
  const query = new URLSearchParams();
  for (const scheme of sent.getAll("schemeIds")) query.append("schemeIds", String(scheme));
  for (const name of ["planId", "specialOff", "earnest"]) query.set(name, String(sent.get(name) ?? ""));
  return query.toString();
}

type PriceProps = Pick<Props, "schemes" | "plans" | "start" | "earnestLimit" | "result">;

function PriceFields({ schemes, plans, start, earnestLimit, result }: PriceProps) {
  const { t, enumLabel, percent } = useTexts();
  const { typed, error } = useTyped(result);
  const chosen = result ? [result.form.initialValue?.schemeIds].flat() : start.schemeIds;
  return (
    <>
      <fieldset>
        <legend className="text-sm font-medium text-ink-soft">{t("deals.discountSchemes")}</legend>
        {schemes.length === 0 && <p className="text-sm text-ink-faint">{t("deals.noSchemes")}</p>}
        {schemes.map(({ id, name, lines }) => (
          <Checkbox
            key={id}
            id={`scheme-${id}`}
            name="schemeIds"
            value={id}
            label={name}
            hint={lines.join(" · ")}
            defaultChecked={chosen.includes(id)}
          />
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          id="planId"
          name="planId"
          label={t("deals.plan")}
          options={plans.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typed("planId", start.planId)}
          error={error("planId")}
          hint={plans.length === 0 ? t("deals.noPlans") : undefined}
          required
        />
        <MoneyField
          id="earnest"
          name="earnest"
          label={t("common.earnest")}
          hint={t("deals.earnestHint", { limit: percent(earnestLimit) })}
          defaultValue={typed("earnest", start.earnest)}
          error={error("earnest")}
          required
        />
        <MoneyField
          id="specialOff"
          name="specialOff"
          label={t("deals.specialOff")}
          hint={t("deals.specialOffHint")}
          defaultValue={typed("specialOff", "")}
          error={error("specialOff")}
          optional
        />
        <SelectField
          id="relation"
          name="relation"
          label={t("deals.relation")}
          options={SPECIAL_RELATIONS.map((one) => ({ value: one, label: enumLabel("specialRelation", one) }))}
          empty={t("common.none")}
          defaultValue={typed("relation", "")}
          error={error("relation")}
          optional
        />
      </div>
      <Field
        id="reason"
        name="reason"
        label={t("deals.reason")}
        defaultValue={typed("reason", "")}
        error={error("reason")}
        maxLength={200}
        optional
      />
    </>
  );
}

function EligibilityFields({ result }: { result: FormResult }) {
  const { t } = useTexts();
  const { typed, error } = useTyped(result);
  return (
    <div className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
      <Checkbox
        id="eligible"
        name="eligible"
        value="on"
        label={t("deals.eligible")}
        defaultChecked={typed("eligible", "") === "on"}
        error={error("eligible")}
      />
      <Field
        id="eligibilityNote"
        name="eligibilityNote"
        label={t("deals.eligibilityNote")}
        hint={t("deals.eligibilityHint")}
        defaultValue={typed("eligibilityNote", "")}
        error={error("eligibilityNote")}
        maxLength={200}
        optional
      />
    </div>
  );
}
