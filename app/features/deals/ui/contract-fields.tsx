import { Form } from "@remix-run/react";
import { AREA_BASES } from "~/domain/contract";
import { CONTRACT_PAPERS } from "~/domain/contract-checklist";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { DateField } from "~/ui/date-field";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { type FormResult, useTyped } from "./use-typed";

type Props = { dealId: string; version: number; formKey: string; today: string; basis: string; result: FormResult };

/** What the clerk checks and sends to the manager. */
export function ContractFields({ dealId, version, formKey, today, basis, result }: Props) {
  const { t, enumLabel } = useTexts();
  const sending = useSending();
  const { typed, error } = useTyped(result);
  const there = [result?.form.initialValue?.papers].flat();
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="dealId" value={dealId} />
      <input type="hidden" name="version" value={version} />
      <RefusalNote refusal={result?.refusal} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          id="number"
          name="number"
          label={t("deals.contractNumber")}
          hint={t("deals.contractNumberHint")}
          defaultValue={typed("number", "")}
          error={error("number")}
          maxLength={40}
          optional
        />
        <DateField
          id="signedOn"
          name="signedOn"
          label={t("deals.signedOn")}
          defaultValue={typed("signedOn", today)}
          error={error("signedOn")}
          required
        />
        <SelectField
          id="areaBasis"
          name="areaBasis"
          label={t("deals.areaBasis")}
          options={AREA_BASES.map((one) => ({ value: one, label: enumLabel("areaBasis", one) }))}
          defaultValue={typed("areaBasis", basis)}
          error={error("areaBasis")}
          required
        />
      </div>
      <fieldset>
        <legend className="text-sm font-medium text-ink-soft">{t("deals.checklist")}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {CONTRACT_PAPERS.map((paper) => (
            <Checkbox
              key={paper}
              id={`paper-${paper}`}
              name="papers"
              value={paper}
              label={enumLabel("contractPaper", paper)}
              defaultChecked={there.includes(paper)}
            />
          ))}
        </div>
      </fieldset>
      <Field id="note" name="note" label={t("deals.note")} defaultValue={typed("note", "")} maxLength={200} optional />
      <div className="flex justify-end">
        <Button variant="primary" busy={sending}>
          {t("deals.ask")}
        </Button>
      </div>
    </Form>
  );
}
